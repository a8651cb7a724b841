using TrainingHub.Hosting;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Results;

/// <summary>How the questions of a quiz were answered, by clause and one by one.</summary>
public sealed record AnalysisPage
{
    public required string Slug { get; init; }

    /// <summary>Of the quiz.</summary>
    public required string Title { get; init; }

    /// <summary>Code and name of the unit looked at; null for everybody in reach.</summary>
    public required (string Code, string Name)? Unit { get; init; }

    /// <summary>The worst first; a question that rests on several counts for each. Empty while the reader is answering these questions.</summary>
    public required IReadOnlyList<ClauseLine> Clauses { get; init; }

    /// <summary>Those of the filter, in its order; empty for readers who may not see keys.</summary>
    public required IReadOnlyList<AnswerSpread> Questions { get; init; }

    /// <summary>Whether the reader may see keys.</summary>
    public required bool MaySeeKeys { get; init; }
    public required AnalysisFilter Filter { get; init; }
    public required (AnalysisSort Column, bool IsDown) Order { get; init; }

    /// <summary>Of the questions.</summary>
    public required Pages Pages { get; init; }

    /// <param name="Document">Title of the standard or document.</param>
    /// <param name="Clause">Number of the clause; null without one.</param>
    /// <param name="Shown">How often its questions stood on graded papers.</param>
    /// <param name="Right">How often everything was right.</param>
    public sealed record ClauseLine(string Document, string? Clause, int Shown, int Right)
    {
        /// <summary>Whole percent, rounded down.</summary>
        public int Percent => PercentOf(Right, Shown);
    }

    /// <summary>Whole percent, rounded down; 0 of nothing.</summary>
    public static int PercentOf(int part, int whole) => whole == 0 ? 0 : (int)((long)part * 100 / whole);
}
