using TrainingHub.Courses;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>An arranged quiz, its form, what its plan finds, and what was done to it.</summary>
public sealed record SettingsPage
{
    public required ArrangedQuiz Quiz { get; init; }
    public required QuizTerms Terms { get; init; }
    public required TermsInput Input { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>Whether somebody has begun: what decides about grades is then locked.</summary>
    public required bool HasAttempts { get; init; }

    /// <summary>How many take part today.</summary>
    public required int People { get; init; }

    /// <summary>Null while the terms have faults.</summary>
    public required ReadyDraw? Ready { get; init; }
    public required IReadOnlyList<ShelfCourse> Courses { get; init; }

    /// <summary>Folders of the banks: id and name.</summary>
    public required IReadOnlyList<(Guid Id, string Name)> Folders { get; init; }

    /// <summary>Slug and title of documents with clauses.</summary>
    public required IReadOnlyList<(string Slug, string Title)> Standards { get; init; }

    /// <summary>Beginnings of the stems of chosen questions, by their names; without those that the sources do not hold today.</summary>
    public required IReadOnlyDictionary<string, string> Titles { get; init; }

    /// <summary>Questions that were looked for; null when nothing was.</summary>
    public required IReadOnlyList<FoundQuestion>? Found { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    public bool MayPublish => Quiz.Standing is QuizStanding.Draft && Ready is { Draw.Shortages.Count: 0 };

    /// <summary>Whether the form may be sent at all.</summary>
    public bool MayChange => Quiz.Standing is QuizStanding.Draft or QuizStanding.Published;

    /// <param name="At">In the zone.</param>
    /// <param name="By">Null when the person is no longer named.</param>
    /// <param name="Standing">Where it stood afterwards.</param>
    /// <param name="Fields">What of the terms was changed: names of the form's fields.</param>
    public sealed record Change(DateTime At, string? By, QuizStanding Standing, string? Reason, IReadOnlyList<string> Fields);

    /// <summary>The fields in which two terms differ, by the names of the form.</summary>
    public static IReadOnlyList<string> ChangedFields(QuizTerms before, QuizTerms after)
    {
        (string Name, bool IsChanged)[] fields =
        [
            (nameof(TermsInput.Title), !string.Equals(before.Title, after.Title, StringComparison.Ordinal)),
            (nameof(TermsInput.Positions), before.Positions != after.Positions),
            (nameof(TermsInput.OpensAt), before.OpensAt != after.OpensAt),
            (nameof(TermsInput.ClosesAt), before.ClosesAt != after.ClosesAt),
            (nameof(TermsInput.Minutes), before.Minutes != after.Minutes),
            (nameof(TermsInput.PassPercent), before.PassPercent != after.PassPercent),
            (nameof(TermsInput.AttemptsAllowed), before.AttemptsAllowed != after.AttemptsAllowed),
            (nameof(TermsInput.Counts), before.Counts != after.Counts),
            (nameof(TermsInput.WaitMinutes), before.WaitMinutes != after.WaitMinutes),
            (nameof(QuizTerms.Release), before.Release != after.Release),
            (nameof(TermsInput.Courses), before.UsesBank != after.UsesBank || !before.Courses.SequenceEqual(after.Courses, StringComparer.Ordinal)),
            (nameof(QuizTerms.Plan), !string.Equals(TermsJson.Write(before with { Title = "", Plan = before.Plan }), TermsJson.Write(before with { Title = "", Plan = after.Plan }), StringComparison.Ordinal)),
        ];
        return [.. fields.Where(field => field.IsChanged).Select(field => field.Name)];
    }
}
