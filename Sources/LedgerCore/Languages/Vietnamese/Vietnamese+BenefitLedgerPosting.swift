extension Vietnamese {
  /// Messages of posting, diagnosing and undoing payment lists.
  static let benefitLedgerPosting: [Translation] = [
    // Sources/BenefitLedger/Posting/Backdating.swift
    Translation(
      " ({1}, first: line {2})",
      " ({1}, đầu tiên là dòng {2})"),
    Translation(
      "{1} line follows a later step",
      "{1} dòng nối tiếp một bước có ngày muộn hơn"),
    Translation(
      """
      Dated {1}, before what it follows: batch {2} of {3}{4}. Reports as at a day between show \
      the one without the other.
      """,
      """
      Ngày chứng từ {1} sớm hơn ngày của nghiệp vụ mà nó nối tiếp: lô {2} ngày {3}{4}. Báo cáo \
      tính đến một ngày nằm giữa hai ngày này sẽ có nghiệp vụ này mà không có nghiệp vụ kia.
      """),
    Translation(
      "If the date is wrong, undo the batch and post it with the right one.",
      "Nếu ngày sai, đảo lô này rồi ghi sổ lại với ngày đúng."),
    // Sources/BenefitLedger/Posting/CorrectedVouchers.swift
    Translation(
      "Voucher {1} is missing or impossible.",
      "Chứng từ {1} bị thiếu hoặc không hợp lệ."),
    // Sources/BenefitLedger/Posting/FaultWords.swift
    Translation(
      "All {1} payments of this file were {2} by batch {3}, file {4}.",
      "Cả {1} khoản trong tệp này đã được ghi nhận {2} ở lô {3}, tệp {4}."),
    Translation(
      "It looks like the same list saved again. If it is, there is nothing to do.",
      "Có vẻ đây là cùng một danh sách được lưu lại. Nếu đúng vậy thì không cần làm gì."),
    Translation(
      "made due",
      "phải chi"),
    Translation(
      "{1} is in this file twice; line {2} has it first.",
      "{1} có hai lần trong tệp này; lần đầu ở dòng {2}."),
    Translation(
      "Remove one of the two rows. If both are owed, number them in the column occurrence.",
      "Bỏ một trong hai dòng. Nếu cả hai đều phải chi, đánh số lần trong cột occurrence."),
    Translation(
      "{1} would be taken by {2} of this call.",
      "{1} đã có trong tệp {2} của cùng lệnh này."),
    Translation(
      "Remove it from one of the two files.",
      "Bỏ khoản này khỏi một trong hai tệp."),
    Translation(
      "{1} cannot be {2}: the person is not payable, {3}.",
      "{1}: không thể ghi nhận {2} vì người hưởng đang không được chi trả: {3}."),
    Translation(
      """
      Take the row out, or release the hold if it is not right. What is owed to heirs is \
      posted as inherited first.
      """,
      """
      Bỏ dòng này, hoặc bỏ tạm dừng nếu lệnh tạm dừng không đúng. Khoản còn phải chi cho thân \
      nhân thì ghi sổ inherited trước.
      """),
    Translation(
      "{1} exists already: {2}.",
      "{1} đã có trong sổ: {2}."),
    Translation(
      """
      It is owed once, so remove the row. Only a second obligation of the same kind in the \
      same month is numbered in the column occurrence.
      """,
      """
      Khoản này chỉ phải chi một lần, hãy bỏ dòng này. Chỉ khi có khoản thứ hai cùng loại trong \
      cùng tháng hưởng mới đánh số lần trong cột occurrence.
      """),
    Translation(
      "{1} never became due, so it cannot be {2}.",
      "{1} chưa từng được xác lập phải chi nên không thể ghi nhận {2}."),
    Translation(
      "Check person, benefit, month and occurrence, or post the list that makes it due first.",
      "Kiểm tra person, benefit, month và occurrence, hoặc ghi sổ danh sách phải chi (due) trước."),
    Translation(
      "{1} cannot be {2}: it is due and not yet paid. {3}",
      "{1} mới xác lập phải chi, chưa chi, nên không thể ghi nhận {2}. {3}"),
    Translation(
      "{1} cannot be {2}: it is paid. {3}",
      "{1} đã chi nên không thể ghi nhận {2}. {3}"),
    Translation(
      "Do not pay it a second time.",
      "Không chi lần thứ hai."),
    Translation(
      "{1} cannot be {2}: its money came back. {3}",
      "{1} đang ở trạng thái chưa nhận, tiền đã quay về, nên không thể ghi nhận {2}. {3}"),
    Translation(
      "{1} cannot be {2}: it is cancelled. {3}",
      "{1} đã huỷ nên không thể ghi nhận {2}. {3}"),
    Translation(
      "{1} is undone already. {2}",
      "{1} đã được đảo rồi. {2}"),
    Translation(
      "{1} cannot be {2}: its due was undone. {3}",
      "{1} đã bị đảo bước phải chi nên không thể ghi nhận {2}. {3}"),
    Translation(
      "Post it as due anew first.",
      "Ghi sổ lại bước phải chi (due) trước."),
    Translation(
      "{1} cannot be {2}: it is overpaid. {3}",
      "{1} đã ghi nhận chi thừa nên không thể ghi nhận {2}. {3}"),
    Translation(
      "{1} cannot be {2}: what was overpaid is recovered. {3}",
      "{1} đã thu hồi đủ số chi thừa nên không thể ghi nhận {2}. {3}"),
    Translation(
      "{1} cannot be {2}: it is owed to the heirs. {3}",
      "{1} đã chuyển thành khoản phải chi cho thân nhân nên không thể ghi nhận {2}. {3}"),
    Translation(
      "{1} was {2}, but something happened since. {3}",
      "{1} đã được ghi nhận {2}, nhưng sau đó đã có bước khác. {3}"),
    Translation(
      "Only the latest step can be undone: undo the later ones first.",
      "Chỉ đảo được bước mới nhất: đảo các bước sau trước."),
    Translation(
      "A deduction leaves something to be paid. Correct the amount.",
      "Sau khi khấu trừ phải còn lại một số để chi. Sửa lại số tiền."),
    Translation(
      "No more than that can be {1}. Correct the amount.",
      "Không thể ghi nhận {1} quá số đó. Sửa lại số tiền."),
    Translation(
      "{1} is transferred, and the row names no site.",
      "{1} được chuyển điểm chi trả nhưng dòng này không ghi điểm chi trả nào."),
    Translation(
      "Write in the column site which site has to pay it from now on. {1}",
      "Ghi vào cột site điểm chi trả sẽ chi khoản này từ nay. {1}"),
    Translation(
      "{1} belongs to site {2} already. {3}",
      "{1} đã thuộc điểm chi trả {2}. {3}"),
    Translation(
      "Remove the row. {1}",
      "Bỏ dòng này. {1}"),
    Translation(
      "{1}: the amount is {2} đ, but the step to undo has {3} đ. {4}",
      "{1}: số tiền là {2} đ, nhưng bước cần đảo là {3} đ. {4}"),
    Translation(
      "A step is undone whole. Correct the amount.",
      "Một bước chỉ được đảo toàn bộ. Sửa lại số tiền."),
    Translation(
      "{1}: the amount is {2} đ, but {3} đ is open. {4}",
      "{1}: số tiền là {2} đ, nhưng số còn mở là {3} đ. {4}"),
    Translation(
      "A payment is taken whole. Correct the amount.",
      "Một khoản phải ghi đủ toàn bộ số tiền. Sửa lại số tiền."),
    Translation(
      "{1} belongs to site {2}, not to the site of this row. {3}",
      "{1} thuộc điểm chi trả {2}, không phải điểm chi trả của dòng này. {3}"),
    Translation(
      "Leave the site empty or correct it.",
      "Để trống ô site hoặc sửa lại."),
    Translation(
      "{1} goes by {2}, not by the channel of this row. {3}",
      "{1} có hình thức chi là {2}, không phải hình thức chi của dòng này. {3}"),
    Translation(
      "Leave the channel empty or correct it.",
      "Để trống ô channel hoặc sửa lại."),
    Translation(
      "{1} is paid by the fund {2}, not by that of this row. {3}",
      "{1} do quỹ {2} chi, không phải quỹ của dòng này. {3}"),
    Translation(
      "Leave the fund empty or correct it.",
      "Để trống ô fund hoặc sửa lại."),
    Translation(
      "{1} is reissued by bank and the row has no account.",
      "{1} được chi lại qua ngân hàng nhưng dòng này không có số tài khoản."),
    Translation(
      "Give the account as BIN:NUMBER.",
      "Ghi số tài khoản theo dạng BIN:NUMBER."),
    Translation(
      "{1} cannot be {2}. {3}",
      "{1}: không thể ghi nhận {2}. {3}"),
    Translation(
      """
      If more of it was overpaid, undo with “reverse” what was recovered or offset, then the \
      overpaid itself, and post overpaid anew with the whole amount.
      """,
      """
      Nếu số chi thừa lớn hơn, dùng “reverse” đảo phần đã thu hồi hoặc bù trừ, rồi đảo chính \
      bước overpaid, sau đó ghi sổ lại overpaid với toàn bộ số tiền.
      """),
    Translation(
      """
      If only its bank account or channel is wrong: undo the due with “reverse due”, and post \
      it as due anew with the right one.
      """,
      """
      Nếu chỉ sai số tài khoản hoặc hình thức chi: đảo bước phải chi bằng “reverse due”, rồi ghi \
      sổ due lại với thông tin đúng.
      """),
    Translation(
      "{1} belongs to site {2}, which is closed on {3}. {4}",
      "{1} thuộc điểm chi trả {2}, điểm này đã ngừng hoạt động vào ngày {3}. {4}"),
    Translation(
      """
      A closed site pays nobody. Move what it has to {1}, which took its place, by “sites \
      transfer {2}”, then post this again; or check the business date.
      """,
      """
      Điểm chi trả đã ngừng hoạt động không chi cho ai. Chuyển những gì còn lại sang {1} là điểm \
      kế thừa bằng lệnh “sites transfer {2}”, rồi ghi sổ lại tệp này; hoặc kiểm tra ngày chứng \
      từ.
      """),
    Translation(
      """
      A closed site pays nobody. Move what it has to the site that pays now by “sites transfer \
      {1} SITE”, then post this again; or check the business date.
      """,
      """
      Điểm chi trả đã ngừng hoạt động không chi cho ai. Chuyển những gì còn lại sang điểm hiện \
      đang chi bằng lệnh “sites transfer {1} SITE”, rồi ghi sổ lại tệp này; hoặc kiểm tra ngày \
      chứng từ.
      """),
    Translation(
      "all of the {1} đ to be paid would be withheld",
      "toàn bộ {1} đ phải chi sẽ bị khấu trừ"),
    Translation(
      "{1} đ would be withheld, but only {2} đ is to be paid",
      "khấu trừ {1} đ nhưng chỉ còn phải chi {2} đ"),
    Translation(
      "{1} đ would be overpaid, but only {2} đ was paid",
      "ghi chi thừa {1} đ nhưng chỉ đã chi {2} đ"),
    Translation(
      "the amount is {1} đ, but only {2} đ of what was overpaid is still to come back",
      "số tiền là {1} đ, nhưng số chi thừa còn phải thu hồi chỉ là {2} đ"),
    Translation(
      "benefit {1}",
      "chế độ {1}"),
    Translation(
      "{1} (kept under {2})",
      "{1} (theo dõi dưới mã số {2})"),
    Translation(
      " (occurrence {1})",
      " (lần {1})"),
    Translation(
      "The {1} of {2} for {3}{4}",
      "Khoản {1} của {2} tháng hưởng {3}{4}"),
    Translation(
      "So far: {1}.",
      "Các bước đã ghi: {1}."),
    Translation(
      "{1} on {2} by batch {3}, file {4}, line {5}",
      "{1} ngày {2} ở lô {3}, tệp {4}, dòng {5}"),
    Translation(
      "listed as unpaid",
      "chưa chi được"),
    Translation(
      "offset",
      "bù trừ"),
    Translation(
      "paid",
      "chi trả"),
    Translation(
      "returned",
      "bị trả lại"),
    Translation(
      "reissued",
      "chi lại"),
    Translation(
      "cancelled",
      "huỷ"),
    Translation(
      "overpaid",
      "chi thừa"),
    Translation(
      "recovered",
      "thu hồi"),
    Translation(
      "transferred",
      "chuyển điểm chi trả"),
    Translation(
      "withheld",
      "khấu trừ"),
    Translation(
      "inherited",
      "chuyển cho thân nhân"),
  ]
}
