using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Begins a plan.</summary>
public sealed class CreatePlan(Db db, Transactions transactions, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="targetId">The target whose missing people it places.</param>
    /// <param name="unitId">Within reach: the caller has asked.</param>
    /// <param name="terms">From a sound form.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<Guid> RunAsync(Guid targetId, Guid unitId, PlanChange.Terms terms, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var plan = new BatchPlan
        {
            Id = ids.Next(),
            OrganizationId = unitId,
            TargetId = targetId,
            Title = terms.Title,
            Posts = terms.Posts,
            SharePercent = terms.SharePercent,
            IncludesOthers = terms.IncludesOthers,
            CreatedAt = clock.Now,
            CreatedBy = current.Id,
        };
        plan.Change(current.Id, clock.Now);
        db.BatchPlans.Add(plan);
        await db.SaveChangesAsync(cancel);
        return plan.Id;
    }, cancel);
}
