using TrainingHub.Questions;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Quizzes;

/// <summary>A graded attempt with what has been released of it.</summary>
public sealed record ResultPage
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string CourseSlug { get; init; }
    public required int Number { get; init; }
    public required bool Passed { get; init; }
    public required int Points { get; init; }
    public required int FullPoints { get; init; }
    public required int PassPoints { get; init; }
    public required int Answered { get; init; }
    public required TimeSpan Used { get; init; }

    /// <summary>In the zone.</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>Whether the time ran out before anybody handed it in.</summary>
    public required bool TimeWasUp { get; init; }
    public required IReadOnlyList<CertificateLine> Certificates { get; init; }

    /// <summary>Which attempt counts, where several are allowed; null for the quiz of a course, which is passed once.</summary>
    public CountingLine? Counting { get; init; }

    /// <summary>Released items in the order of the paper; those of a paper that is open now are left out.</summary>
    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>How many items are withheld because they stand on a paper that is open now.</summary>
    public required int Withheld { get; init; }

    public IEnumerable<Item> Wrong => Items.Where(item => !item.IsRight);
    public IEnumerable<Item> Right => Items.Where(item => item.IsRight);

    /// <summary>
    /// How the released items went, by basis, in the order of the paper; an item that rests on several clauses counts for each. Empty while bases are
    /// not released.
    /// </summary>
    public IEnumerable<IGrouping<BasisLine, Item>> ByBasis =>
        Items.SelectMany(item => item.Bases.Select(basis => (basis.Line, Item: item))).GroupBy(one => one.Line, one => one.Item);

    /// <param name="Rule">计分方式.</param>
    /// <param name="Number">Of the attempt that counts now; null while none is graded.</param>
    public sealed record CountingLine(CountingAttempt Rule, int? Number);

    /// <param name="Serial">编号.</param>
    /// <param name="ValidUntil">Last valid day (included); null: without end.</param>
    public sealed record CertificateLine(string Serial, DateOnly? ValidUntil);

    /// <param name="Document">Name of the standard or document.</param>
    /// <param name="Clause">Number of the clause; null without one.</param>
    /// <param name="Title">A few words on it; null when there are none.</param>
    public sealed record BasisLine(string Document, string? Clause, string? Title);

    /// <param name="Line">What it is.</param>
    /// <param name="Text">What it says; null when it was not entered.</param>
    public sealed record BasisNote(BasisLine Line, string? Text);

    /// <param name="Number">From 1.</param>
    /// <param name="Answered">What was asked and answered, with the key.</param>
    /// <param name="Points">Whole points reached.</param>
    /// <param name="FullPoints">Whole points that could be reached.</param>
    /// <param name="Bases">依据, the first named first; empty while explanations are not released.</param>
    public sealed record Item(int Number, AnsweredView Answered, int Points, int FullPoints, IReadOnlyList<BasisNote> Bases)
    {
        /// <summary>Whether everything was right.</summary>
        public bool IsRight => Points == FullPoints;

        public QuestionPrompt Prompt => Answered.Prompt;

        /// <summary>What whoever marked a written answer said to the person; null without a word.</summary>
        public string? Comment { get; init; }
    }

    /// <summary>How often judgements of this paper were right at each stated confidence; empty without judgements.</summary>
    public required IReadOnlyList<Calibration> Calibration { get; init; }

    /// <summary>The same of all one's judgements on papers that were handed in; empty unless this paper has one.</summary>
    public required IReadOnlyList<Calibration> AllCalibration { get; init; }
}
