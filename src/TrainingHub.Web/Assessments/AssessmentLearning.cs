using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Assessments;

/// <summary>Assessments that were passed and not taken back.</summary>
public sealed class AssessmentLearning(Db db) : ILearningSource
{
    public async Task<IReadOnlyList<LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        await db.PracticalAssessments.AsNoTracking()
            .Where(one => people.Contains(one.PersonId) && one.IsPassed && !db.PracticalAssessments.Any(later => later.WithdrawsId == one.Id))
            .Select(one => new LearningFact
            {
                PersonId = one.PersonId,
                Kind = LearningKind.Assessment,
                SourceId = one.Id,
                Day = one.Day,
                Title = one.Title,
                ProgrammeId = one.ProgrammeId,
                Result = one.Result,
                Organizer = one.Assessor,
            }).ToListAsync(cancel);
}
