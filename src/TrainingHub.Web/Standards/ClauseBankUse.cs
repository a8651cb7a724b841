namespace TrainingHub.Standards;

/// <summary>Questions of banks that rest on a clause or on an edition.</summary>
/// <param name="Address">Where they are listed.</param>
/// <param name="Questions">How many there are; at least one.</param>
/// <param name="Earlier">The earlier edition that they rest on; null when they rest on the one asked for.</param>
public sealed record ClauseBankUse(string Address, int Questions, EditionName? Earlier);
