namespace TrainingHub.Verify;

/// <summary>There is no such certificate, or nothing that looks like one was asked for: the same answer.</summary>
/// <param name="Input">What was asked for, to be corrected.</param>
/// <param name="Checked">When it was checked, on the zone's clock.</param>
/// <param name="Zone">Id of the zone.</param>
public sealed record UnknownPage(VerifyInput Input, DateTime Checked, string Zone);
