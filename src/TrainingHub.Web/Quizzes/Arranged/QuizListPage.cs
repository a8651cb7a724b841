using TrainingHub.Hosting;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>One's own quizzes, and those one runs.</summary>
/// <param name="Own">The nearest end first; those that are over last.</param>
/// <param name="Managed">Null for who runs none.</param>
public sealed record QuizListPage(IReadOnlyList<OwnQuiz> Own, QuizListPage.ManagedQuizzes? Managed)
{
    public sealed record ManagedQuizzes(QuizzesFilter Filter, IReadOnlyList<Row> Rows, Pages Pages, (QuizSort Column, bool IsDown) Order);

    /// <summary>A quiz of a unit in reach.</summary>
    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required string OwnerName { get; init; }
        public required QuizStanding Standing { get; init; }

        /// <summary>UTC.</summary>
        public required DateTime OpensAt { get; init; }

        /// <summary>UTC.</summary>
        public required DateTime ClosesAt { get; init; }

        /// <summary>Attempts begun.</summary>
        public required int Taken { get; init; }

        /// <summary>Attempts passed.</summary>
        public required int Passed { get; init; }
    }
}
