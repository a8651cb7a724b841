namespace TrainingHub.Contests.Open;

/// <summary>Why an attempt is listed for a look by a person. Nothing follows from it by itself.</summary>
[Flags]
public enum SittingDoubt
{
    None = 0,
    /// <summary>Handed in sooner than anybody reads.</summary>
    TooFast = 1,
    /// <summary>The page was left again and again.</summary>
    LeftOften = 2,
    /// <summary>It went on in another browser, or another one sent answers.</summary>
    SeveralDevices = 4,
}
