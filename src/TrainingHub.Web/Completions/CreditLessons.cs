using TrainingHub.Courses;

namespace TrainingHub.Completions;

/// <summary>A finished lesson may be the last that a programme of several parts asks for.</summary>
public sealed class CreditLessons(CompleteTraining complete) : ILessonCredit
{
    public Task CreditAsync(Guid personId, CancellationToken cancel) => complete.ReviewAsync([personId], [], lapse: null, cancel);
}
