using System.Collections.Concurrent;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>
/// Banks made ready for drawing papers, by version of the course, for as long as the day and the standards stay the same: when a whole county starts
/// at nine, each start only shuffles. What rests on somebody's review is not kept, since a review can be taken back at any time.
/// </summary>
public sealed class PreparedBanks
{
    private readonly ConcurrentDictionary<string, Prepared> _banks = new(StringComparer.Ordinal);

    public QuestionPools? Find(string courseHash, EditionHistory history, DateOnly day) =>
        _banks.TryGetValue(courseHash, out var known) && known.Day == day && ReferenceEquals(known.History, history) ? known.Pools : null;

    public void Keep(string courseHash, EditionHistory history, DateOnly day, QuestionPools pools) => _banks[courseHash] = new Prepared(history, day, pools);

    private sealed record Prepared(EditionHistory History, DateOnly Day, QuestionPools Pools);
}
