using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Recognitions;

/// <summary>Outside training that was recognized.</summary>
public sealed class OutsideLearning(Db db) : ILearningSource
{
    public async Task<IReadOnlyList<LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        await db.OutsideTrainings.AsNoTracking().Known().Where(one => people.Contains(one.PersonId) && one.State == OutsideState.Accepted)
            .Select(one => new LearningFact
            {
                PersonId = one.PersonId,
                Kind = LearningKind.Outside,
                SourceId = one.FactId,
                Day = one.Until,
                Title = one.Title,
                CourseSlug = one.CourseSlug,
                Domains = one.Domain,
                Minutes = one.Minutes,
                ProgrammeId = one.ProgrammeId,
                Result = one.Result,
                Organizer = one.Organizer,
            }).ToListAsync(cancel);
}
