namespace TrainingHub.Questions;

/// <summary>测验: what is drawn, how long it takes, what passes.</summary>
public sealed record Quiz
{
    /// <summary>Unique over all courses.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>Whole minutes from start to deadline.</summary>
    public required int Minutes { get; init; }

    /// <summary>Whole percent of the full points that passes (included), 1 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 1–100.</exception>
    public required int PassPercent
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    }

    /// <summary>How many attempts a person has; 0: as many as they like.</summary>
    public required int AttemptsAllowed { get; init; }

    /// <summary>Whole minutes between the end of an attempt and the start of the next; 0: none.</summary>
    public required int WaitMinutes { get; init; }

    public required Blueprint Blueprint { get; init; }

    /// <summary>Decided on whole numbers, never on a rounded percentage.</summary>
    public bool IsPass(Score score) => (long)score.Points * 100 >= (long)PassPercent * score.FullPoints;
}
