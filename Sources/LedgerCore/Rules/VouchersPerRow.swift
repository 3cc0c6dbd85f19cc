extension Event {
  /// How many vouchers a row of a movement list makes: a pair if it is between two funds.
  ///
  /// No chart changes it. Lists of payments sum their rows up, and internal movements make one each.
  public var vouchersPerRow: Int { max(1, PostingRules.builtIn.movement(self).count) }
}
