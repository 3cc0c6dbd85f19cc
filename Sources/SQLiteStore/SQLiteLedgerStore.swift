import LedgerCore
import LedgerStore
