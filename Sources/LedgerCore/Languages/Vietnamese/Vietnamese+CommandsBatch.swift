extension Vietnamese {
  /// The answers of `batch list` and `batch show`.
  static let commandsBatch: [Translation] = [
    // Sources/benefit-ledger/Commands/BatchCommand.swift
    Translation(
      "No batch was posted{1}.\n",
      "Chưa ghi sổ lô nào{1}.\n"),
    Translation(
      "Nothing was submitted.",
      "Chưa trình hồ sơ nào."),
    Translation(
      "{1} for approval: batch list --submissions\n",
      "{1} duyệt: batch list --submissions\n"),
    Translation(
      "{1} submission waits",
      "{1} hồ sơ trình duyệt đang chờ"),
    Translation(
      "Name a batch by its number, or a submission with --submission.",
      "Nêu số của một lô, hoặc một hồ sơ trình duyệt bằng --submission."),
    Translation(
      "--lines is for --submission; a batch has --trace.",
      "--lines dùng với --submission; với lô thì dùng --trace."),
    Translation(
      "--limit is a number of lines.",
      "--limit phải là số dòng."),
    Translation(
      "--as-at and --as-known-at are for --trace: a batch does not change.",
      "--as-at và --as-known-at chỉ dùng với --trace: bản thân lô không thay đổi."),
    Translation(
      "reference",
      "số tham chiếu"),
    Translation(
      "\n  corrects   ",
      "\n  điều chỉnh   "),
    Translation(
      "\n  approved   by {1}",
      "\n  duyệt        {1}"),
    Translation(
      ", submitted by record {1}",
      ", trình theo bản ghi {1}"),
    Translation(
      "\n  reason     {1}",
      "\n  lý do        {1}"),
    Translation(
      "\n  undone by  batch {1}",
      "\n  bị đảo bởi   lô {1}"),
    Translation(
      """
      Batch {1}: {2}, {3}{4}
        date       {5}, period {6}
        reference  {7}
        maker      {8}
        lines      {9}
        total      {10} đồng
        file       {11} bytes, SHA-256 {12}
        root       {13}
        previous   {14}
        seal       {15}

      """,
      """
      Lô {1}: {2}, {3}{4}
        ngày         {5}, kỳ {6}
        tham chiếu   {7}
        người lập    {8}
        số dòng      {9}
        tổng số tiền {10} đồng
        tệp          {11} byte, SHA-256 {12}
        mã gốc       {13}
        dấu lô trước {14}
        niêm phong   {15}

      """),
    Translation(
      "1 line of ",
      "1 dòng của "),
    Translation(
      "{1} lines of ",
      "{1} dòng của "),
    Translation(
      "credit",
      "Có"),
    Translation(
      "debit",
      "Nợ"),
    Translation(
      "voucher",
      "chứng từ"),
    Translation(
      "undoes {1}voucher {2}",
      "đảo {1}chứng từ {2}"),
    // Sources/benefit-ledger/Commands/BatchTrace+Answer.swift
    Translation(
      "Batch {1}: {2}, {3}",
      "Lô {1}: {2}, {3}"),
    Translation(
      """
        file       {1} bytes, SHA-256 {2}
        declared   {3}
        in force   date {4}, period {5}
        maker      {6}; {7}
        lines      {8}, total {9} đồng
        seal       {10}

      """,
      """
        tệp          {1} byte, SHA-256 {2}
        đã khai      {3}
        áp dụng      ngày {4}, kỳ {5}
        người lập    {6}; {7}
        số dòng      {8}, tổng số tiền {9} đồng
        niêm phong   {10}

      """),
    Translation(
      "\nLines not listed: {1}; --limit lists more.\n",
      "\nSố dòng không liệt kê: {1}; dùng --limit để liệt kê thêm.\n"),
    Translation(
      "date {1}",
      "ngày {1}"),
    Translation(
      "period {1}",
      "kỳ {1}"),
    Translation(
      "nothing",
      "không có"),
    Translation(
      "Voucher {1}: debit {2}, credit {3}, ",
      "Chứng từ {1}: Nợ {2}, Có {3}, "),
    Translation(
      "  corrects voucher {1}\n",
      "  điều chỉnh chứng từ {1}\n"),
    Translation(
      "  corrected by voucher {1} of batch {2}: ",
      "  được điều chỉnh bằng chứng từ {1} của lô {2}: "),
    Translation(
      "  line {1}",
      "  dòng {1}"),
    Translation(
      ", document {1}",
      ", văn bản {1}"),
    Translation(
      "  … and {1}\n",
      "  … và {1}\n"),
    Translation(
      "{1} more line",
      "{1} dòng nữa"),
    Translation(
      "  line {1}: {2}, ",
      "  dòng {1}: {2}, "),
    Translation(
      "{1} đ, which is a step of no obligation; run `verify`\n",
      "{1} đ, không phải là bước của khoản phải chi nào; chạy `verify`\n"),
    Translation(
      ", nothing open\n",
      ", không còn mở\n"),
    Translation(
      ", open {1} đ\n",
      ", còn mở {1} đ\n"),
    Translation(
      "before",
      "trước đó"),
    Translation(
      "here  ",
      "lô này  "),
    Translation(
      "since ",
      "sau này "),
    Translation(
      "batch {1}, {2}:{3}",
      "lô {1}, {2}:{3}"),
    Translation(
      ", undoes step {1}",
      ", đảo bước {1}"),
    Translation(
      ", undone by step {1}",
      ", bị đảo ở bước {1}"),
  ]
}
