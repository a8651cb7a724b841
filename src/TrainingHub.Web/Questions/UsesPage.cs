using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>Arranged quizzes in which a question of a bank is used.</summary>
/// <param name="Question">Which.</param>
/// <param name="Rows">One page, the newest window first.</param>
/// <param name="Pages">Of the list.</param>
public sealed record UsesPage(BankQuestion Question, IReadOnlyList<UsesPage.Row> Rows, Pages Pages)
{
    /// <summary>One quiz of a unit in reach.</summary>
    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required string OwnerName { get; init; }

        /// <summary>Where the quiz stands: name of its <c>QuizStanding</c>.</summary>
        public required string Standing { get; init; }

        /// <summary>UTC.</summary>
        public required DateTime OpensAt { get; init; }

        /// <summary>Whether it stands on every paper.</summary>
        public required bool IsFixed { get; init; }

        /// <summary>Attempts on whose papers it stands, in whichever version.</summary>
        public required int Papers { get; init; }

        /// <summary>Whether the reader runs the quizzes of that unit.</summary>
        public required bool MayOpen { get; init; }
    }
}
