using TrainingHub.Hosting;

namespace TrainingHub.Contests.Open;

/// <summary>The open contests in which one takes part, and those one holds.</summary>
/// <param name="MayHold">Whether the reader may hold contests.</param>
public sealed record OpenListPage(OpenFilter Filter, IReadOnlyList<OpenListPage.Row> Rows, Pages Pages, bool MayHold)
{
    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Title { get; init; }
        public required string OwnerName { get; init; }

        /// <summary>UTC.</summary>
        public required DateTime OpensAt { get; init; }

        /// <summary>UTC.</summary>
        public required DateTime ClosesAt { get; init; }

        /// <summary>Whether it can be seen by who takes part.</summary>
        public required bool IsPublished { get; init; }
        public required bool IsFinal { get; init; }

        /// <summary>People with a graded attempt.</summary>
        public required int People { get; init; }
    }
}
