using TrainingHub.People;

namespace TrainingHub.Quizzes.Results;

/// <summary>An attempt with its person and the person's main unit of today.</summary>
internal sealed class Sitting
{
    public required Attempt Attempt { get; init; }
    public required Person Person { get; init; }
    public required Guid? UnitId { get; init; }
}
