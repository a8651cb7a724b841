using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>The current person's changes of many questions.</summary>
public sealed class ChangesQuery(Db db, Scope scope, CurrentPerson current)
{
    public async Task<ChangesPage> ListAsync(ChangesFilter filter, CancellationToken cancel)
    {
        var found = Found(filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel));
        return new ChangesPage(filter, await InOrder(found, filter.Order).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages);
    }

    /// <summary>Every one of the filter, for export.</summary>
    public IAsyncEnumerable<BankJob> ExportAsync(ChangesFilter filter) => InOrder(Found(filter), filter.Order).AsAsyncEnumerable();

    /// <summary>Every question of a change, for export.</summary>
    public async IAsyncEnumerable<ChangePage.Line> LinesAsync(BankJob job, BankLineOutcome? which, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in Lines(job.Id, which).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return row.ToLine();
        }
    }

    private IQueryable<BankJob> Found(ChangesFilter filter)
    {
        var person = current.Id;
        var own = db.BankJobs.AsNoTracking().Where(job => job.StartedBy == person);
        return filter.State is { } state ? own.In(state) : own;
    }

    private static IQueryable<BankJob> InOrder(IQueryable<BankJob> jobs, (ChangeSort Column, bool IsDown) order) => (order switch
    {
        (ChangeSort.Total, var isDown) => jobs.OrderBy(job => job.Total, isDown),
        (ChangeSort.Changed, var isDown) => jobs.OrderBy(job => job.Changed, isDown),
        (ChangeSort.Refused, var isDown) => jobs.OrderBy(job => job.Refused, isDown),
        (_, var isDown) => jobs.OrderBy(job => job.StartedAt, isDown),
    }).ThenByDescending(job => job.Id);

    private IQueryable<LineRow> Lines(Guid jobId, BankLineOutcome? which)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        return
            from line in db.BankJobLines.AsNoTracking()
            where line.BankJobId == jobId && (which == null || line.Outcome == which)
            join question in db.BankQuestions on line.BankQuestionId equals question.Id
            orderby line.BankQuestionId
            select new LineRow
            {
                Id = question.Id,
                QuestionId = question.QuestionId,
                Title = reached.Contains(question.OwnerId) ? question.Title : null,
                Outcome = line.Outcome,
                Reasons = line.Reasons,
            };
    }

    /// <summary>Null for another person's as for one that does not exist.</summary>
    public Task<BankJob?> FindAsync(Guid id, CancellationToken cancel)
    {
        var person = current.Id;
        return db.BankJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.StartedBy == person, cancel);
    }

    public async Task<ChangePage> ShowAsync(BankJob job, BankLineOutcome? which, int page, CancellationToken cancel)
    {
        var lines = db.BankJobLines.AsNoTracking().Where(line => line.BankJobId == job.Id);
        var counts = await lines.GroupBy(line => line.Outcome).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var pages = Pages.Of(page, which is { } asked ? counts.GetValueOrDefault(asked) : counts.Values.Sum());
        var rows = await Lines(job.Id, which).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        var undoneBy = await db.BankJobs.Where(other => other.UndoOf == job.Id).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancel);
        return new ChangePage(
            job,
            which,
            counts,
            rows.ConvertAll(row => row.ToLine()),
            pages,
            undoneBy,
            job.EndedAt is not null && undoneBy is null && await lines.AnyAsync(line => line.Before != null, cancel));
    }

    private sealed class LineRow
    {
        public required Guid Id { get; init; }
        public required string QuestionId { get; init; }
        public required string? Title { get; init; }
        public required BankLineOutcome Outcome { get; init; }
        public required string Reasons { get; init; }

        public ChangePage.Line ToLine() => new(Id, QuestionId, Title, Outcome, Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
