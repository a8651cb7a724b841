using TrainingHub.Hosting;

namespace TrainingHub.Contests.Speeches;

/// <summary>The speech contests that one may enter, judges or holds.</summary>
/// <param name="MayHold">Whether the reader may hold contests.</param>
public sealed record SpeechListPage(SpeechFilter Filter, IReadOnlyList<SpeechListPage.Row> Rows, Pages Pages, bool MayHold)
{
    public sealed record Row
    {
        public required string Code { get; init; }
        public required string Title { get; init; }
        public required string OwnerName { get; init; }
        public required DateOnly EntriesUntil { get; init; }
        public required SpeechStanding Standing { get; init; }
        public required int Entries { get; init; }

        /// <summary>Whether the reader judges it.</summary>
        public required bool IsJudge { get; init; }
    }
}
