using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>Hours of contests that were confirmed and not taken back.</summary>
public sealed class ContestLearning(Db db) : ILearningSource
{
    public async Task<IReadOnlyList<LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) => await (
        from credit in db.ContestCredits.AsNoTracking()
        where people.Contains(credit.PersonId) && !db.Revocations.Any(revocation => revocation.RecordId == credit.Id)
        join contest in db.Contests on credit.ContestId equals contest.Id
        join unit in db.Organizations on contest.OrganizationId equals unit.Id
        select new LearningFact
        {
            PersonId = credit.PersonId,
            Kind = LearningKind.Contest,
            SourceId = credit.Id,
            Day = credit.Day,
            Title = contest.Title,
            Domains = contest.CreditDomain,
            Minutes = credit.Minutes,
            Organizer = unit.Name,
        }).ToListAsync(cancel);
}
