namespace TrainingHub.Contests.Stage;

/// <summary>Offences as the log names them.</summary>
public static class StageOffences
{
    /// <summary>Null when the text is not exactly the word of one.</summary>
    public static StageOffence? Find(string? text) =>
        Enum.GetValues<StageOffence>().Where(offence => string.Equals(offence.ToString(), text, StringComparison.Ordinal)).Select(offence => (StageOffence?)offence).FirstOrDefault();
}
