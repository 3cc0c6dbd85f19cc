extension Vietnamese {
  /// Messages of submitting, approving and users.
  static let benefitLedgerFourEyes: [Translation] = [
    // Sources/BenefitLedger/FourEyes/ApprovalThresholds.swift
    Translation(
      "The ledger has no chart that can be read.",
      "Sổ không có hệ thống tài khoản nào đọc được."),
    // Sources/BenefitLedger/FourEyes/FinalApproval.swift
    Translation(
      """
      A line would be posted otherwise than it was submitted: a site was renamed, or an \
      obligation changed since.
      """,
      """
      Có dòng sẽ được ghi sổ khác với khi trình: điểm chi trả đã đổi mã, hoặc khoản phải chi đã \
      thay đổi sau đó.
      """),
    Translation(
      "Its total, rows, period or date are not those that were submitted.",
      "Tổng số tiền, số dòng, kỳ hoặc ngày không đúng như khi trình."),
    // Sources/BenefitLedger/FourEyes/KeyFile.swift
    Translation(
      "is a link",
      "là một liên kết"),
    Translation(
      "it is not a file",
      "đây không phải là tệp"),
    Translation(
      "can be read by others",
      "có thể bị người khác đọc"),
    Translation(
      "it is not a key file",
      "đây không phải là tệp khoá"),
    Translation(
      "“{1}” cannot be a user's name.",
      "“{1}” không thể dùng làm tên người dùng."),
    Translation(
      """
      A name is 1 to 32 letters A to Z or a to z, digits, dots, hyphens or underscores, and \
      begins with a letter or a digit.
      """,
      """
      Tên gồm 1 đến 32 chữ cái A đến Z hoặc a đến z, chữ số, dấu chấm, gạch nối hoặc gạch dưới, \
      và bắt đầu bằng chữ cái hoặc chữ số.
      """),
    Translation(
      "A key is never overwritten. Choose another file.",
      "Không bao giờ ghi đè lên khoá. Chọn tệp khác."),
    Translation(
      "write",
      "ghi"),
    Translation(
      "The key {1} cannot be used: {2}.",
      "Không dùng được khoá {1}: {2}."),
    Translation(
      "Name your own key file with --key or in BENEFIT_LEDGER_KEY.",
      "Chỉ ra tệp khoá của chính mình bằng --key hoặc trong BENEFIT_LEDGER_KEY."),
    Translation(
      "The key {1} {2}.",
      "Tệp khoá {1} {2}."),
    Translation(
      "A key is a file that only its owner may read: chmod 600 {1}",
      "Tệp khoá chỉ được để chủ của nó đọc: chmod 600 {1}"),
    // Sources/BenefitLedger/FourEyes/Ledger+Approve.swift
    Translation(
      "approve",
      "duyệt"),
    Translation(
      "The same file was posted as batch {1}.",
      "Cùng tệp này đã được ghi sổ thành lô {1}."),
    Translation(
      " What the register says since: {1}.",
      " Thay đổi đã ghi nhận từ khi trình: {1}."),
    Translation(
      "it is refused.",
      "tệp bị từ chối."),
    Translation(
      "It can no longer be posted as it was submitted: {1}",
      "Không còn ghi sổ được như khi trình: {1}"),
    Translation(
      "{1} made submission {2} and cannot approve it.",
      "{1} đã lập hồ sơ trình duyệt {2} nên không được duyệt hồ sơ này."),
    Translation(
      "Another person has to: that is what four eyes are for.",
      "Phải do người khác duyệt: nguyên tắc hai người duyệt là để như vậy."),
    Translation(
      "{1} approved submission {2} already.",
      "{1} đã duyệt hồ sơ trình duyệt {2} rồi."),
    Translation(
      "It needs {1} persons: {2}",
      "Hồ sơ cần {1} người duyệt: {2}"),
    Translation(
      "approve last",
      "duyệt lần cuối"),
    Translation(
      "The stored bytes are not those that were submitted.",
      "Nội dung tệp đang lưu không đúng như khi trình."),
    Translation(
      "Submission {1} is void; nothing of it is posted. {2}",
      "Hồ sơ trình duyệt {1} không còn hiệu lực; không ghi sổ dòng nào của hồ sơ. {2}"),
    Translation(
      "Submit what should be posted again.",
      "Trình lại những gì cần ghi sổ."),
    Translation(
      "approved",
      "duyệt"),
    Translation(
      ", who was revoked since by record {1}",
      ", nhưng sau đó người này đã bị thu hồi quyền theo bản ghi {1}"),
    Translation(
      ", who was revoked since, and has another key",
      ", nhưng sau đó người này đã bị thu hồi quyền và nay dùng khoá khác"),
    Translation(
      ", whom the ledger does not know",
      ", nhưng sổ không có người dùng này"),
    Translation(
      "Submission {1} was {2} by {3}{4}. It is not approved.",
      "Hồ sơ trình duyệt {1} do {3} {2}{4}. Hồ sơ không được duyệt."),
    Translation(
      """
      Reject it with `benefit-ledger batch reject {1} --reason …`; if the money is owed all \
      the same, somebody else looks into it and submits the file as his own.
      """,
      """
      Từ chối bằng `benefit-ledger batch reject {1} --reason …`; nếu khoản tiền vẫn phải chi, \
      một người khác kiểm tra lại và trình tệp với tư cách người lập.
      """),
    Translation(
      "Submission {1} is decided: {2}.",
      "Hồ sơ trình duyệt {1} đã có quyết định: {2}."),
    Translation(
      "`benefit-ledger batch show --submission {1}` shows by whom.",
      "`benefit-ledger batch show --submission {1}` cho biết ai đã quyết định."),
    // Sources/BenefitLedger/FourEyes/Ledger+Reject.swift
    Translation(
      "A submission is not rejected without a reason.",
      "Từ chối hồ sơ trình duyệt phải có lý do."),
    Translation(
      "Say with --reason what its maker has to put right.",
      "Nêu bằng --reason những gì người lập phải sửa."),
    Translation(
      "reject",
      "từ chối"),
    Translation(
      "reject what {1} made",
      "từ chối hồ sơ do {1} lập"),
    Translation(
      "rejected by {1}",
      "bị {1} từ chối"),
    Translation(
      "withdrawn by its maker",
      "đã được người lập rút lại"),
    // Sources/BenefitLedger/FourEyes/Ledger+Users.swift
    Translation(
      "There is a user {1}, {2}.",
      "Đã có người dùng {1}, vai trò {2}."),
    Translation(
      "To give him another role or key, revoke him first.",
      "Muốn đổi vai trò hoặc khoá của người này, thu hồi quyền của người đó trước."),
    Translation(
      "There is a user {1}, whose name differs from {2} only in small and capital letters.",
      "Đã có người dùng {1}, tên chỉ khác {2} ở chữ hoa và chữ thường."),
    Translation(
      "Choose a name that nobody takes for another's.",
      "Chọn tên không ai nhầm với tên người khác."),
    Translation(
      "add users",
      "thêm người dùng"),
    Translation(
      "A user is not revoked without a reason.",
      "Thu hồi quyền người dùng phải có lý do."),
    Translation(
      "revoke users",
      "thu hồi quyền người dùng"),
    Translation(
      "{1} is the only administrator.",
      "{1} là người quản trị duy nhất."),
    Translation(
      "Add another administrator first: without one nobody could add users any more.",
      """
      Thêm người quản trị khác trước: không còn người quản trị thì không ai thêm được người dùng \
      nữa.
      """),
    Translation(
      "The first user of a ledger is an administrator.",
      "Người dùng đầu tiên của sổ phải là người quản trị."),
    Translation(
      "Add him with --role administrator; he adds the others.",
      "Thêm người này bằng --role administrator; người này sẽ thêm những người khác."),
    // Sources/BenefitLedger/FourEyes/PostingStage.swift
    Translation(
      "post",
      "ghi sổ"),
    // Sources/BenefitLedger/FourEyes/Reservations.swift
    Translation(
      "{1} waits for approval in another submission.",
      "{1} đang chờ duyệt trong một hồ sơ trình duyệt khác."),
    Translation(
      "{1} waits for approval in submission {2}, file {3}, line {4}.",
      "{1} đang chờ duyệt trong hồ sơ trình duyệt {2}, tệp {3}, dòng {4}."),
    Translation(
      "Have submission {1} rejected first.",
      "Đề nghị từ chối hồ sơ trình duyệt {1} trước."),
    Translation(
      "Remove the row, or have submission {1} rejected first.",
      "Bỏ dòng này, hoặc đề nghị từ chối hồ sơ trình duyệt {1} trước."),
    Translation(
      "All {1} payments of this file wait for approval in submission {2}, file {3}.",
      "Cả {1} khoản trong tệp này đang chờ duyệt trong hồ sơ trình duyệt {2}, tệp {3}."),
    Translation(
      """
      It looks like the same list saved again. If it takes the place of that submission, have \
      that rejected first.
      """,
      """
      Có vẻ đây là cùng một danh sách được lưu lại. Nếu tệp này thay cho hồ sơ đó, đề nghị từ \
      chối hồ sơ đó trước.
      """),
    // Sources/BenefitLedger/FourEyes/Signer.swift
    Translation(
      "Who wants to {1} must say who he is.",
      "Muốn {1} phải cho biết mình là ai."),
    Translation(
      "Name your key file with --key or in BENEFIT_LEDGER_KEY.",
      "Chỉ ra tệp khoá của mình bằng --key hoặc trong BENEFIT_LEDGER_KEY."),
    Translation(
      "This ledger knows no user {1}.",
      "Sổ này không có người dùng {1}."),
    Translation(
      "Ask an administrator for: benefit-ledger user add {1}",
      "Đề nghị người quản trị chạy: benefit-ledger user add {1}"),
    Translation(
      "{1} was revoked by record {2}.",
      "{1} đã bị thu hồi quyền theo bản ghi {2}."),
    Translation(
      "Ask an administrator for a new key if that was a mistake.",
      "Nếu đó là nhầm lẫn, đề nghị người quản trị cấp khoá mới."),
    Translation(
      "This is not the key by which the ledger knows {1}.",
      "Đây không phải khoá mà sổ đã ghi nhận cho {1}."),
    Translation(
      "It may be an old key, or that of another ledger.",
      "Có thể đây là khoá cũ, hoặc khoá của sổ khác."),
    Translation(
      "{1} is {2} and may not {3}.",
      "{1} có vai trò {2} nên không được {3}."),
    Translation(
      "Somebody whose role it is has to do it: benefit-ledger user list",
      "Việc này phải do người có đúng vai trò thực hiện: benefit-ledger user list"),
    Translation(
      "an {1}",
      "{1}"),
    Translation(
      "a {1}",
      "{1}"),
    // Sources/BenefitLedger/FourEyes/StoredFile.swift
    Translation(
      "The submitted file cannot be read from the ledger: {1}",
      "Không đọc được từ sổ tệp đã trình: {1}"),
    // Sources/BenefitLedger/FourEyes/StoredReading.swift
    Translation(
      "The profile of submission {1} cannot be read.",
      "Không đọc được mẫu đọc của hồ sơ trình duyệt {1}."),
    // Sources/BenefitLedger/FourEyes/Submission.swift
    Translation(
      "open",
      "còn mở"),
    Translation(
      "approved {1} of {2}",
      "đã duyệt {1}/{2}"),
    Translation(
      "posted as batch {1}",
      "đã ghi sổ thành lô {1}"),
    Translation(
      "rejected",
      "bị từ chối"),
    Translation(
      "withdrawn",
      "đã rút lại"),
    Translation(
      "void",
      "hết hiệu lực"),
    Translation(
      "{1} persons other than {2} have to approve it: benefit-ledger batch approve {3}",
      "phải có {1} người khác ngoài {2} duyệt: benefit-ledger batch approve {3}"),
    Translation(
      "an approver other than {1} has to approve it: benefit-ledger batch approve {2}",
      "phải có một người duyệt khác ngoài {1} duyệt: benefit-ledger batch approve {2}"),
    Translation(
      """
      Reference {1} of {2} was given to submission {3}, file {4}, which has other bytes and \
      waits for approval.
      """,
      """
      Số tham chiếu {1} của {2} đã dùng cho hồ sơ trình duyệt {3}, tệp {4}; tệp đó có nội dung \
      khác và đang chờ duyệt.
      """),
    Translation(
      """
      If it is another list, give it a reference of its own. If it takes the place of the \
      submission, have that rejected first.
      """,
      """
      Nếu là danh sách khác, khai số tham chiếu riêng. Nếu tệp này thay cho hồ sơ đó, đề nghị từ \
      chối hồ sơ đó trước.
      """),
    Translation(
      "There is no submission {1}.",
      "Không có hồ sơ trình duyệt {1}."),
    Translation(
      "`benefit-ledger batch list --submissions` shows every submission.",
      "`benefit-ledger batch list --submissions` liệt kê mọi hồ sơ trình duyệt."),
    // Sources/BenefitLedger/FourEyes/SubmissionCheck.swift
    Translation(
      "Its record is missing.",
      "Thiếu bản ghi của hồ sơ."),
    Translation(
      "It is not what {1} signed.",
      "Hồ sơ không đúng như {1} đã ký."),
    Translation(
      "An approval of it is not what {1} signed.",
      "Một lần duyệt hồ sơ không đúng như {1} đã ký."),
    // Sources/BenefitLedger/FourEyes/SubmittedLines.swift
    Translation(
      "The lines of submission {1} are kept no longer: {2}.",
      "Các dòng của hồ sơ trình duyệt {1} không còn được lưu: {2}."),
    // Sources/BenefitLedger/FourEyes/UserList.swift
    Translation(
      "What record {1} says of user {2} is not signed by an administrator.",
      "Nội dung bản ghi {1} về người dùng {2} không có chữ ký của người quản trị."),
    Translation(
      "Run `benefit-ledger verify`, and approve nothing before.",
      "Chạy `benefit-ledger verify`, và không duyệt gì trước khi kiểm tra xong."),
    // Sources/BenefitLedger/FourEyes/VoidCause.swift
    Translation(
      "site {1} is {2} since record {3}",
      "đơn vị {1} đổi mã thành {2} theo bản ghi {3}"),
    Translation(
      "hold {1} was released by record {2}",
      "lệnh tạm dừng {1} đã được bỏ theo bản ghi {2}"),
    Translation(
      "numbers of persons were linked by record {1}",
      "có mã số người hưởng được liên kết theo bản ghi {1}"),
    Translation(
      "{1}; and {2} changes more",
      "{1}; và {2} thay đổi khác"),
    // Sources/BenefitLedger/FourEyes/WriterCheck.swift
    Translation(
      "and has no user",
      "nhưng không có người dùng nào"),
    Translation(
      "and the record of its first user is not what was signed",
      "nhưng bản ghi của người dùng đầu tiên không đúng như đã ký"),
    Translation(
      "and the record of its first user says four-eyes",
      "nhưng bản ghi của người dùng đầu tiên ghi four-eyes"),
    Translation(
      "and the record of its first user says not four-eyes",
      "nhưng bản ghi của người dùng đầu tiên không ghi four-eyes"),
    Translation(
      "The ledger says that it is under control “{1}”, {2}: somebody changed the file.",
      "Sổ ghi chế độ kiểm soát là “{1}”, {2}: có người đã sửa tệp sổ."),
    Translation(
      "Nothing is posted. Run `benefit-ledger verify`, and find out who could write the file.",
      """
      Không ghi sổ dòng nào. Chạy `benefit-ledger verify`, và tìm xem ai có quyền ghi vào tệp \
      sổ.
      """),
  ]
}
