using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Organizations;

/// <summary>Adds one organization below another.</summary>
public sealed class CreateOrganization(Db db, Transactions transactions, TreeWriter tree, IFigures figures)
{
    public Task<TreeOutcome> RunAsync(NewOrganization organization, CancellationToken cancel) =>
        transactions.RunAsync<TreeOutcome>(async cancel =>
        {
            await tree.LockAsync(cancel);
            var (folded, parentId) = (NameFolding.Fold(organization.Name), organization.ParentId);
            var siblings = db.OrganizationParents.Where(p => p.SupersededAt == null && p.ParentId == parentId && p.Until >= organization.From);
            if (await db.Organizations.AnyAsync(o => o.NormalizedName == folded && siblings.Any(p => p.OrganizationId == o.Id), cancel))
            {
                return new TreeOutcome.Refused(TreeRefusal.SameName);
            }

            var named = organization with { Code = organization.Code ?? Ids.Code(6) };
            switch (await tree.WriteAsync([named], cancel))
            {
                case null:
                    await figures.CountAgainAsync(new FactsChanged { Organizations = [named.Id] }, cancel);
                    return new TreeOutcome.Done(named.Code);
                default:
                    return new TreeOutcome.Refused(TreeRefusal.ParentAbsent);
            }
        }, cancel);
}
