extension Vietnamese {
  /// Findings of `verify` on the register, batches, vouchers, lines and periods.
  static let benefitLedgerAudit: [Translation] = [
    // Sources/BenefitLedger/Audit/AuditScope.swift
    Translation(
      "There is no batch {1} to go on from; the last is {2}.",
      "Không có lô {1} để kiểm tra tiếp từ đó; lô cuối cùng là {2}."),
    // Sources/BenefitLedger/Audit/AuditedAccounts.swift
    Translation(
      "Account number {1} is not of the chart or names no unit.",
      "Tài khoản số {1} không thuộc hệ thống tài khoản hoặc không gắn với đơn vị nào."),
    Translation(
      "account number {1}",
      "tài khoản số {1}"),
    Translation(
      "an account that does not exist",
      "một tài khoản không tồn tại"),
    // Sources/BenefitLedger/Audit/AuditedRegister.swift
    Translation(
      "Unit {1} is missing.",
      "Thiếu đơn vị {1}."),
    Translation(
      "A version names unit {1}, which does not exist.",
      "Một phiên bản dẫn chiếu đơn vị {1} không tồn tại."),
    Translation(
      "Version {1} of unit {2} is missing.",
      "Thiếu phiên bản {1} của đơn vị {2}."),
    Translation(
      "Unit {1} has no version.",
      "Đơn vị {1} không có phiên bản nào."),
    Translation(
      "There are {1} that name record {2}, which has none.",
      "Có dữ liệu loại “{1}” dẫn chiếu bản ghi {2}, nhưng bản ghi này không thuộc loại đó."),
    Translation(
      "Record {1} of the register is missing.",
      "Thiếu bản ghi {1} của sổ đăng ký."),
    Translation(
      "Record {1} of the register{2} is not what was recorded.",
      "Bản ghi {1} của sổ đăng ký{2} không còn đúng như lúc ghi nhận."),
    Translation(
      "The table {1} has rows that name a record of another kind.",
      "Bảng {1} có dòng dẫn chiếu bản ghi thuộc loại khác."),
    // Sources/BenefitLedger/Audit/BalanceAudit.swift
    Translation(
      "are {1} and {2}",
      "là {1} và {2}"),
    Translation(
      "are missing",
      "không có trong sổ"),
    Translation(
      "In {1} the debits of fund {2} are {3} đồng and its credits {4}.",
      "Kỳ {1}, quỹ {2} có phát sinh Nợ {3} đồng nhưng phát sinh Có {4} đồng."),
    Translation(
      "The debit and credit of {1} in {2} {3}; its vouchers add up to {4} and {5}.",
      "Số phát sinh Nợ và Có của {1} trong kỳ {2} {3}; cộng theo chứng từ được {4} và {5}."),
    // Sources/BenefitLedger/Audit/BatchChain.swift
    Translation(
      "Batches {1} to {2} are missing.",
      "Thiếu các lô từ {1} đến {2}."),
    Translation(
      "The lines or vouchers of batch {1} do not follow those of the batch before.",
      "Dòng chi tiết hoặc chứng từ của lô {1} không nối tiếp lô liền trước."),
    Translation(
      "Batch {1} does not continue from the seal of the batch before.",
      "Lô {1} không nối tiếp dấu niêm phong của lô liền trước."),
    Translation(
      "The header of batch {1} holds what no posting writes.",
      "Thông tin chung của lô {1} có giá trị mà việc ghi sổ không thể tạo ra."),
    Translation(
      "The header of batch {1} ({2}) was changed: it does not hash to the seal.",
      "Thông tin chung của lô {1} ({2}) đã bị sửa: không khớp với dấu niêm phong."),
    Translation(
      "Batch {1} does not have as many lines or vouchers as its file has rows.",
      "Số dòng chi tiết hoặc số chứng từ của lô {1} không khớp với số dòng của tệp."),
    Translation(
      "Batch {1} was posted under a register of units that is not this one.",
      "Lô {1} được ghi sổ theo một danh mục đơn vị không phải của sổ này."),
    Translation(
      "Batch {1} was posted under an older register of units than the batch before.",
      "Lô {1} được ghi sổ theo danh mục đơn vị cũ hơn danh mục của lô liền trước."),
    // Sources/BenefitLedger/Audit/ChartAudit.swift
    Translation(
      "The chart of record {1} is not one that is recorded.",
      "Hệ thống tài khoản của bản ghi {1} không đúng dạng mà chương trình ghi nhận."),
    Translation(
      "The chart of record {1} has other rules than that of record {2}.",
      "Hệ thống tài khoản của bản ghi {1} có quy tắc khác với bản ghi {2}."),
    Translation(
      "The chart of record {1} is missing.",
      "Thiếu hệ thống tài khoản của bản ghi {1}."),
    // Sources/BenefitLedger/Audit/CorrectionAudit.swift
    Translation(
      "Voucher {1} does not undo voucher {2}, which it names.",
      "Chứng từ {1} dẫn chiếu chứng từ {2} nhưng không đảo đúng chứng từ đó."),
    Translation(
      "Line {1} does not undo line {2}, which it names, or not by its voucher.",
      """
      Dòng chi tiết {1} dẫn chiếu dòng {2} nhưng không đảo đúng dòng đó, hoặc không qua chứng từ \
      đảo chứng từ của dòng đó.
      """),
    Translation(
      "Batch {1} does not undo batch {2}, which it names.",
      "Lô {1} dẫn chiếu lô {2} nhưng không đảo đúng lô đó."),
    // Sources/BenefitLedger/Audit/FindingList.swift
    Translation(
      """
       Its sums, vouchers and steps agree; what was changed is a name, a bank account, a \
      document, a reason or the line of the file, or the root itself.
      """,
      """
       Số cộng, chứng từ và các bước của lô vẫn khớp; chỗ bị sửa là họ tên, số tài khoản ngân \
      hàng, số văn bản, lý do hoặc số dòng trong tệp, hoặc chính mã gốc của lô.
      """),
    // Sources/BenefitLedger/Audit/LineAudit+Vouchers.swift
    Translation(
      "corrects where its batch does not, or the reverse",
      "là chứng từ điều chỉnh trong lô không phải lô điều chỉnh, hoặc ngược lại"),
    Translation(
      "is of batch {1} but names batch {2}",
      "thuộc lô {1} nhưng dẫn chiếu lô {2}"),
    Translation(
      "is one too many: another shares all it has",
      "bị thừa: đã có chứng từ khác trùng mọi nội dung"),
    Translation(
      "The vouchers of batch {1} add up to {2} đồng, its file to {3}.",
      "Cộng chứng từ của lô {1} được {2} đồng, còn theo tệp là {3} đồng."),
    Translation(
      "The rows of batch {1} ({2}) are not those that were sealed.",
      "Các dòng của lô {1} ({2}) không còn đúng như lúc niêm phong."),
    Translation(
      "says {1} đồng in {2} lines; its lines are {3} and add up to {4}",
      "ghi {1} đồng với {2} dòng chi tiết; thực tế có {3} dòng, cộng được {4} đồng"),
    Translation(
      "has what only other kinds of vouchers have",
      "có nội dung mà chỉ loại chứng từ khác mới có"),
    Translation(
      "moves money between funds, or nowhere",
      "chuyển tiền giữa các quỹ, hoặc ghi Nợ và ghi Có cùng một tài khoản"),
    Translation(
      "is not one that such a batch makes",
      "không phải loại chứng từ mà lô này lập ra"),
    Translation(
      "names a unit that was not in the register",
      "dẫn chiếu đơn vị không có trong danh mục đơn vị lúc đó"),
    Translation(
      "is not the pair of the voucher before it",
      "không khớp thành cặp với chứng từ liền trước"),
    Translation(
      "{1} of the vouchers of batch {2} are missing, the first is {3}.",
      "Lô {2} thiếu {1} chứng từ, đầu tiên là chứng từ {3}."),
    Translation(
      "Voucher {1} {2}.",
      "Chứng từ {1} {2}."),
    // Sources/BenefitLedger/Audit/LineAudit.swift
    Translation(
      "Line {1} belongs to no batch.",
      "Dòng chi tiết {1} không thuộc lô nào."),
    Translation(
      "Line {1} is of batch {2} but names batch {3}.",
      "Dòng chi tiết {1} thuộc lô {2} nhưng dẫn chiếu lô {3}."),
    Translation(
      "Line {1} holds what no posting writes.",
      "Dòng chi tiết {1} có giá trị mà việc ghi sổ không thể tạo ra."),
    Translation(
      """
      Line {1} is kept under another number than its person's, and no link that was there when \
      it was posted joins the two.
      """,
      """
      Dòng chi tiết {1} được theo dõi theo mã số khác với mã số của người hưởng, mà khi ghi sổ \
      chưa có liên kết nào giữa hai mã số này.
      """),
    Translation(
      "Line {1} does not belong to the voucher that it names, {2}.",
      "Dòng chi tiết {1} không thuộc chứng từ mà nó dẫn chiếu, chứng từ {2}."),
    Translation(
      "Line {1} of batch {2} is missing.",
      "Thiếu dòng chi tiết {1} của lô {2}."),
    Translation(
      "Lines {1} to {2} of batch {3} are missing.",
      "Thiếu các dòng chi tiết từ {1} đến {2} của lô {3}."),
    // Sources/BenefitLedger/Audit/OpeningAudit.swift
    Translation(
      "Voucher {1} opens {2}, {3}",
      "Chứng từ {1} ghi số dư đầu kỳ của {2}, {3}"),
    Translation(
      "but that is not on record.",
      "nhưng số dư đầu kỳ này không được ghi nhận."),
    Translation(
      "which was opened before.",
      "nhưng tài khoản này đã có số dư đầu kỳ từ trước."),
    Translation(
      "The opening of {1} is on record, but voucher {2} does not open it.",
      "Số dư đầu kỳ của {1} đã được ghi nhận, nhưng chứng từ {2} không ghi số dư đó."),
    // Sources/BenefitLedger/Audit/PeriodAudit.swift
    Translation(
      "Batch {1} is of period {2}, which was {3} when the batch was posted.",
      "Lô {1} thuộc kỳ {2}; khi ghi sổ lô này, kỳ đó ở trạng thái “{3}”."),
    Translation(
      "A change of a period names record {1}, which is not of that kind.",
      """
      Một thay đổi trạng thái kỳ kế toán dẫn chiếu bản ghi {1}, nhưng bản ghi này không thuộc \
      loại đó.
      """),
    Translation(
      "is made by somebody who may not withdraw statements",
      "do người không có quyền rút lại sao kê lập"),
  ]
}
