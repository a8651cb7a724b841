namespace TrainingHub.Documents;

/// <summary>Where a number comes from.</summary>
/// <param name="Text">What was counted, in words.</param>
/// <param name="Address">The page that shows it; null where none does.</param>
public sealed record OfficialNote(string Text, string? Address = null)
{
    public override string ToString() => Address is null ? Text : $"{Text} {Address}";
}
