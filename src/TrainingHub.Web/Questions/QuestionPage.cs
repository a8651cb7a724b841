using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>A question with its form.</summary>
public sealed record QuestionPage
{
    /// <summary>Null for a new one.</summary>
    public BankQuestion? Question { get; init; }
    public required QuestionInput Input { get; init; }
    public required QuestionPreview Preview { get; init; }

    /// <summary>Editions that it may rest on.</summary>
    public required IReadOnlyList<StandardEdition> Editions { get; init; }

    /// <summary>Clauses of the edition that is chosen.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>Clauses to tick: those that the form has, in their order, then those that were looked for and found.</summary>
    public IReadOnlyList<ClauseChoice> Choices { get; init; } = [];

    /// <summary>The picture of a question that is not kept yet, as the address of an image; null without one.</summary>
    public string? UnkeptPicture { get; init; }

    /// <summary>The other questions of its case in the bank.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Siblings { get; init; } = [];

    /// <summary>Names of units in whose banks the reader writes.</summary>
    public required IReadOnlyList<string> Units { get; init; }
    public IReadOnlyList<(Guid Id, string Name)> Folders { get; init; } = [];

    /// <summary>In whose bank it is.</summary>
    public string Unit { get; init; } = "";
    public bool MayEdit { get; init; }

    /// <summary>The steps that the reader may take now.</summary>
    public IReadOnlyList<BankStep> Steps { get; init; } = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<BankQuestionVersion> Versions { get; init; } = [];

    /// <summary>By version hash, as far as something was counted.</summary>
    public IReadOnlyDictionary<string, QuestionStatistics> Statistics { get; init; } = new Dictionary<string, QuestionStatistics>(StringComparer.Ordinal);

    /// <summary>Slugs of courses within reach that have one of its versions today.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>The same question in other banks within reach.</summary>
    public IReadOnlyList<(Guid Id, string Unit)> Copies { get; init; } = [];

    /// <summary>The unit into whose bank it was to be copied; empty when nobody tried.</summary>
    public string CopyUnit { get; init; } = "";

    /// <summary>What that bank has already, as far as the reader may open it, and whether it is only nearly the same; null when nothing stands in the way.</summary>
    public (Guid Id, string QuestionId, bool IsTwin)? CopyTwin { get; init; }

    /// <summary>Names of people, by id.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; init; } = new Dictionary<Guid, string>();
}
