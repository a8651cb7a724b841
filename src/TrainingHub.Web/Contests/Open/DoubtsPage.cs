using TrainingHub.Hosting;

namespace TrainingHub.Contests.Open;

/// <summary>Attempts that the organizer may want to look at.</summary>
public sealed record DoubtsPage(FoundOpen Found, IReadOnlyList<DoubtsPage.Row> Rows, Pages Pages)
{
    public sealed record Row
    {
        public required Guid AttemptId { get; init; }

        /// <summary>Null once anonymized.</summary>
        public required string? Name { get; init; }
        public required string? StaffNumber { get; init; }
        public required int Number { get; init; }
        public required int Points { get; init; }

        /// <summary>Whole seconds.</summary>
        public required int Seconds { get; init; }
        public required int Left { get; init; }
        public required int Devices { get; init; }
        public required SittingDoubt Doubt { get; init; }
    }
}
