using TrainingHub.Programmes;

namespace TrainingHub.Records;

/// <summary>A folder that knows of something learnt. A seam, because sessions, assessments and outside training stand to the right of records.</summary>
public interface ILearningSource
{
    /// <summary>What these people learnt there, as it stands now.</summary>
    Task<IReadOnlyList<LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel);
}
