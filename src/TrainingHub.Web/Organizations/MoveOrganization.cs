using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>
/// Puts an organization, with all below it, under another parent from a day on, until the next move that is known or without end.
/// </summary>
public sealed class MoveOrganization(
    Db db, Transactions transactions, TreeWriter writer, IFigures figures, Ids ids, DayClock clock, CurrentPerson current)
{
    /// <param name="version">The mark of the parents known when the form was made; null to move whatever happened meanwhile.</param>
    public Task<TreeOutcome> RunAsync(Guid organizationId, Guid parentId, DateOnly from, string? reason, string? version, CancellationToken cancel) =>
        transactions.RunAsync<TreeOutcome>(async cancel =>
        {
            await writer.LockAsync(cancel);
            var code = await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Code).SingleOrDefaultAsync(cancel);
            if (code is null)
            {
                return new TreeOutcome.Missing();
            }

            var (existence, parents) = await LoadAsync(organizationId, parentId, cancel);
            var own = parents.Where(p => p.OrganizationId == organizationId).ToList();
            if (KnownVersion.IsStale(version, own.Select(p => p.Id)))
            {
                return new TreeOutcome.Changed(await LastAsync(own, cancel));
            }

            var (cut, until) = DatedChange.Place(own, from);
            if (cut?.ParentId == parentId)
            {
                return new TreeOutcome.Refused(TreeRefusal.Nothing);
            }

            var spans = parents.Where(p => p != cut).Select(TreeWriter.Span).Append(new ParentSpan(organizationId, parentId, from, until));
            if (cut is not null && cut.From < from)
            {
                spans = spans.Append(TreeWriter.Span(cut) with { Until = from.AddDays(-1) });
            }

            var tree = new OrganizationTree(existence, spans);
            if (tree.FindFault() is { } fault)
            {
                return new TreeOutcome.Refused(fault is TreeFault.Cycle ? TreeRefusal.Cycle : TreeRefusal.ParentAbsent);
            }

            Write(organizationId, parentId, cut, from, until, reason);
            await writer.RewriteAsync(tree, organizationId, cancel);
            await db.SaveChangesAsync(cancel);
            var moved = await writer.Below(organizationId).ToListAsync(cancel);
            await figures.CountSoonAsync(moved, cancel);
            return new TreeOutcome.Done(code);
        }, cancel);

    // All below, all above them, and the new parent with all above it: nothing else can take part in a circle or in a changed row.
    private Task<(List<ExistenceSpan> Existence, List<OrganizationParent> Parents)> LoadAsync(Guid organizationId, Guid parentId, CancellationToken cancel)
    {
        var below = writer.Below(organizationId);
        return writer.LoadAsync(db.OrganizationPaths
            .Where(p => p.SupersededAt == null && (p.DescendantId == parentId || below.Contains(p.DescendantId)))
            .Select(p => p.AncestorId), cancel);
    }

    private void Write(Guid organizationId, Guid parentId, OrganizationParent? cut, DateOnly from, DateOnly until, string? reason)
    {
        var now = clock.Now;
        cut?.Supersede(now);
        if (cut is not null && cut.From < from)
        {
            db.Add(Row(cut.FactId, cut.ParentId, cut.From, from.AddDays(-1)));
        }

        db.Add(Row(cut?.From == from ? cut.FactId : null, parentId, from, until));

        OrganizationParent Row(Guid? factId, Guid parent, DateOnly first, DateOnly last)
        {
            var id = ids.Next();
            return new OrganizationParent
            {
                Id = id,
                FactId = factId ?? id,
                OrganizationId = organizationId,
                ParentId = parent,
                From = first,
                Until = last,
                RecordedAt = now,
                RecordedBy = current.IsSignedIn ? current.Id : null,
                Reason = reason,
            };
        }
    }

    private async Task<LastChange> LastAsync(List<OrganizationParent> rows, CancellationToken cancel)
    {
        var last = rows.MaxBy(row => row.RecordedAt);
        return new LastChange(await db.People.Where(p => last != null && p.Id == last.RecordedBy).Select(p => p.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }
}
