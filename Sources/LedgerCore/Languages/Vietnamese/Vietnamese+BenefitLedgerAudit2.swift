extension Vietnamese {
  /// Findings of `verify` on signatures, steps, submissions and year ends.
  static let benefitLedgerAudit2: [Translation] = [
    // Sources/BenefitLedger/Audit/ProposalTrail.swift
    Translation(
      "agrees to what nobody had proposed",
      "đồng ý việc mà chưa ai đề nghị"),
    Translation(
      "agrees to what the same person proposed",
      "đồng ý việc do chính người đó đề nghị"),
    Translation(
      "was made by one person alone",
      "chỉ do một người thực hiện"),
    Translation(
      "hand-over",
      "bàn giao số dư"),
    Translation(
      "year end",
      "quyết toán năm"),
    Translation(
      "Batch {1} ({2}) is not a {3} that two persons agreed to.",
      "Lô {1} ({2}) không phải là lần {3} được hai người đồng ý."),
    Translation(
      "Record {1} of the register agrees to a {2}, and no batch is it.",
      "Bản ghi {1} của sổ đăng ký đồng ý việc {2}, nhưng không có lô nào thực hiện việc đó."),
    // Sources/BenefitLedger/Audit/ReopeningAudit.swift
    Translation(
      "Record {1} of the register {2}.",
      "Bản ghi {1} của sổ đăng ký {2}."),
    Translation(
      "reopens period {1}, and who had asked for it was revoked by then",
      "mở lại kỳ {1}, nhưng khi đó người đề nghị đã bị thu hồi quyền"),
    Translation(
      "reopens period {1}, which the same person asked for",
      "mở lại kỳ {1} do chính người đó đề nghị"),
    Translation(
      "reopens period {1}, which nobody had asked for",
      "mở lại kỳ {1} khi chưa ai đề nghị"),
    Translation(
      "soft-closes period {1} without an approved undoing of its year end",
      "khoá sổ tạm kỳ {1} mà không có lệnh đảo quyết toán năm đã được duyệt"),
    // Sources/BenefitLedger/Audit/SignatureAudit.swift
    Translation(
      "The ledger says that it is controlled otherwise than the record of its first user says.",
      "Phương thức kiểm soát ghi trong sổ khác với bản ghi về người dùng đầu tiên."),
    Translation(
      "is made by somebody who may only read",
      "do người chỉ có quyền xem lập"),
    Translation(
      "is made by somebody who may not {1}",
      "do người không có quyền {1} lập"),
    Translation(
      "names another person than its record",
      "có nội dung nêu người khác với người lập bản ghi"),
    Translation(
      "Record {1} of the register agrees to a change, and the next record is not it.",
      """
      Bản ghi {1} của sổ đăng ký đồng ý một thay đổi, nhưng bản ghi kế tiếp không phải thay đổi \
      đó.
      """),
    Translation(
      "is made by somebody who may not reconcile",
      "do người không có quyền đối chiếu lập"),
    Translation(
      "is made by somebody who is no administrator",
      "do người không phải là người quản trị lập"),
    Translation(
      "is made by somebody who may not open or close periods",
      "do người không có quyền khoá sổ hoặc mở lại kỳ lập"),
    Translation(
      "is made by somebody who may not post",
      "do người không có quyền ghi sổ lập"),
    Translation(
      "names another maker than its record",
      "có nội dung nêu người lập khác với người lập bản ghi"),
    Translation(
      "decides what was decided before",
      "quyết định về hồ sơ đã có quyết định từ trước"),
    Translation(
      "agrees to other lines than were submitted",
      "đồng ý các dòng khác với các dòng đã trình duyệt"),
    Translation(
      "is made by somebody who may not reject",
      "do người không có quyền từ chối lập"),
    Translation(
      "approves what the same person made",
      "duyệt hồ sơ do chính người đó lập"),
    Translation(
      "approves a second time",
      "là lần duyệt thứ hai của cùng một người"),
    Translation(
      "approves what {1} signed, who was revoked since",
      "duyệt hồ sơ do {1} ký, mà người này sau đó đã bị thu hồi quyền"),
    Translation(
      "is made by somebody who may not approve",
      "do người không có quyền duyệt lập"),
    Translation(
      "comes before the approvals that are needed",
      "không khớp với số lượt duyệt cần có trước đó"),
    Translation(
      "is signed by {1}, who was revoked by then",
      "do {1} ký khi người này đã bị thu hồi quyền"),
    Translation(
      "is not signed by {1}, who is said to have made it",
      "không có chữ ký hợp lệ của {1}, người được ghi là đã lập bản ghi"),
    Translation(
      "Record {1} of the register has no row, or an impossible one.",
      "Bản ghi {1} của sổ đăng ký không có dữ liệu, hoặc dữ liệu không hợp lệ."),
    // Sources/BenefitLedger/Audit/StepAudit.swift
    Translation(
      "points to line {1}, which does not exist",
      "trỏ tới dòng chi tiết {1} không tồn tại"),
    Translation(
      "is out of order",
      "không đúng thứ tự"),
    Translation(
      "holds what no posting writes",
      "có giá trị mà việc ghi sổ không thể tạo ra"),
    Translation(
      "does not follow step {1}",
      "không nối tiếp bước {1}"),
    Translation(
      "does not begin in the state that the step before led to",
      "không bắt đầu từ trạng thái mà bước liền trước dẫn tới"),
    Translation(
      "has an earlier line than the step before",
      "có dòng chi tiết đứng trước dòng của bước liền trước"),
    Translation(
      "is a step that the state table does not have",
      "là bước không có trong bảng trạng thái"),
    Translation(
      "has another amount than what is open, or leaves another",
      "có số tiền không khớp với số còn lại, hoặc để lại số còn lại không đúng"),
    Translation(
      "has another fund than the step before",
      "khác quỹ với bước liền trước"),
    Translation(
      "has another unit or channel than the step before",
      "khác đơn vị hoặc hình thức chi với bước liền trước"),
    Translation(
      "undoes a step that does not count",
      "đảo một bước không còn hiệu lực"),
    Translation(
      "does not undo the last step that counts",
      "không đảo đúng bước còn hiệu lực sau cùng"),
    Translation(
      "does not lead back to what was before",
      "không trả về đúng tình trạng trước đó"),
    Translation(
      "an impossible person",
      "không hợp lệ"),
    Translation(
      "Step {1} of {2} {3} of {4}",
      "Bước {1} của khoản phải chi {2} tháng {3} của mã số {4}"),
    // Sources/BenefitLedger/Audit/StepComparison.swift
    Translation(
      "Lines and steps differ in {1} runs of lines; the first {2} were looked at one by one.",
      "Dòng chi tiết và bước lệch nhau ở {1} đoạn dòng; chỉ xem từng dòng của {2} đoạn đầu."),
    Translation(
      "{1} points to line {2}, which does not exist.",
      "{1} trỏ tới dòng chi tiết {2} không tồn tại."),
    Translation(
      "{1} points to line {2}, which is another obligation's or has a step.",
      "{1} trỏ tới dòng chi tiết {2} của khoản phải chi khác hoặc đã có bước."),
    Translation(
      "the amount (line {1}, step {2})",
      "số tiền (dòng chi tiết {1}, bước {2})"),
    Translation(
      "what it undoes",
      "bước bị đảo"),
    Translation(
      "event, unit, channel or fund",
      "nghiệp vụ, đơn vị, hình thức chi hoặc quỹ"),
    Translation(
      "Line {1} and its step differ in {2}; the line is not what was sealed.",
      """
      Dòng chi tiết {1} và bước của nó lệch nhau về {2}; dòng này không còn đúng như lúc niêm \
      phong.
      """),
    Translation(
      "Line {1} and its step differ in {2}; the line is as sealed, so the step is wrong.",
      """
      Dòng chi tiết {1} và bước của nó lệch nhau về {2}; dòng này vẫn đúng như lúc niêm phong nên \
      bước bị sai.
      """),
    Translation(
      """
      Voucher {1} does not move the money of line {2} between the accounts that its event and \
      state say.
      """,
      """
      Chứng từ {1} không hạch toán số tiền của dòng chi tiết {2} vào đúng các tài khoản theo \
      nghiệp vụ và trạng thái.
      """),
    Translation(
      "Line {1} is not what was sealed: no step is of its person, benefit and month.",
      """
      Dòng chi tiết {1} không còn đúng như lúc niêm phong: không có bước nào của người hưởng, chế \
      độ và tháng hưởng này.
      """),
    Translation(
      "Line {1} has no step.",
      "Dòng chi tiết {1} không có bước."),
    // Sources/BenefitLedger/Audit/StrayAudit.swift
    Translation(
      "{1} lines from {2} on belong to no batch.",
      "Có {1} dòng chi tiết, kể từ dòng {2}, không thuộc lô nào."),
    Translation(
      "{1} lines have impossible numbers.",
      "Có {1} dòng chi tiết mang số thứ tự không hợp lệ."),
    Translation(
      "{1} steps are of months that do not exist.",
      "Có {1} bước thuộc tháng không tồn tại."),
    Translation(
      "{1} vouchers from {2} on belong to no batch.",
      "Có {1} chứng từ, kể từ chứng từ {2}, không thuộc lô nào."),
    // Sources/BenefitLedger/Audit/SubmissionAudit.swift
    Translation(
      "Batch {1} ({2}) was posted without a submission.",
      "Lô {1} ({2}) được ghi sổ mà không có hồ sơ trình duyệt."),
    Translation(
      "Batch {1} ({2}) {3}.",
      "Lô {1} ({2}) {3}."),
    Translation(
      "names a submission that does not exist",
      "dẫn chiếu hồ sơ trình duyệt không tồn tại"),
    Translation(
      "submission {1}",
      "hồ sơ trình duyệt {1}"),
    Translation(
      "is not what {1} was",
      "không đúng như {1}"),
    Translation(
      "was posted before {1} had the approvals it needs",
      "được ghi sổ khi {1} chưa đủ số lượt duyệt cần có"),
    Translation(
      "names other approvers than approved {1}",
      "nêu người duyệt khác với những người đã duyệt {1}"),
    Translation(
      "was not posted by the last approval of {1}",
      "không được ghi sổ theo lượt duyệt cuối cùng của {1}"),
    Translation(
      "Submission {1} ({2}) is said to be posted, and no batch is it.",
      "Hồ sơ trình duyệt {1} ({2}) được ghi là đã ghi sổ, nhưng không có lô nào tương ứng."),
    Translation(
      "Submission {1} does not have the reservations of its lines, and no others.",
      "Các khoản giữ chỗ của hồ sơ trình duyệt {1} không khớp với các dòng của hồ sơ."),
    Translation(
      "Payments are reserved for submission {1}, which is not open.",
      "Còn khoản chi được giữ chỗ cho hồ sơ trình duyệt {1}, nhưng hồ sơ này không còn chờ duyệt."),
    Translation(
      "The stored bytes of submission {1} are not those that were submitted.",
      "Tệp lưu của hồ sơ trình duyệt {1} không đúng như tệp đã trình."),
    Translation(
      "Bytes are kept for submission {1}, which is not open.",
      "Còn lưu tệp cho hồ sơ trình duyệt {1}, nhưng hồ sơ này không còn chờ duyệt."),
    // Sources/BenefitLedger/Audit/YearEndAudit.swift
    Translation(
      "The year end of {1}, batch {2}, leaves {3} đồng in {4}; it should be empty.",
      "Quyết toán năm {1}, lô {2}, còn để lại {3} đồng ở {4}; lẽ ra số dư phải bằng 0."),
  ]
}
