using TrainingHub.Hosting;

namespace TrainingHub.Quizzes;

/// <summary>Written answers of a quiz that wait for a mark, without names and in an order that tells nobody's.</summary>
public sealed record MarksPage
{
    public required string Slug { get; init; }

    /// <summary>Of the quiz.</summary>
    public required string Title { get; init; }
    public required MarksFilter Filter { get; init; }
    public required IReadOnlyList<Line> Lines { get; init; }
    public required Pages Pages { get; init; }
    public required (MarkSort Column, bool IsDown) Order { get; init; }

    /// <summary>Versions of questions that somebody answered, by hash, and their stems.</summary>
    public required IReadOnlyList<(string Hash, string Stem)> Questions { get; init; }

    /// <summary>How many answers the reader may mark now, whatever the filter says.</summary>
    public required int Yours { get; init; }

    /// <summary>By which attempts are marked from now on; null: one person marks.</summary>
    public required MarkingRule? Rule { get; init; }

    /// <summary>Whether the reader may change that.</summary>
    public required bool MaySetRule { get; init; }

    /// <param name="AttemptId">The attempt.</param>
    /// <param name="Item">From 1.</param>
    /// <param name="Code">What the answer is called while nobody is named.</param>
    /// <param name="Stem">Of the question.</param>
    /// <param name="Turn">As the reader sees it.</param>
    /// <param name="Number">Which mark the reader would give, from 1.</param>
    /// <param name="Given">Whole points of the marks that the reader may see: their own first; all once the answer is decided.</param>
    /// <param name="Points">Whole points that are decided; null while they are not.</param>
    /// <param name="FullPoints">Whole points of the item.</param>
    public sealed record Line(Guid AttemptId, int Item, string Code, string Stem, MarkTurn Turn, int Number, IReadOnlyList<int> Given, int? Points, int FullPoints);
}
