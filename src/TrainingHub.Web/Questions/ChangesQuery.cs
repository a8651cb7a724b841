using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>The current person's changes of many questions.</summary>
public sealed class ChangesQuery(Db db, CurrentPerson current)
{
    /// <summary>The newest first.</summary>
    public async Task<ChangesPage> ListAsync(int page, CancellationToken cancel)
    {
        var person = current.Id;
        var own = db.BankJobs.AsNoTracking().Where(job => job.StartedBy == person);
        var pages = Pages.Of(page, await own.CountAsync(cancel));
        return new ChangesPage(await own.OrderByDescending(job => job.StartedAt).ThenByDescending(job => job.Id).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages);
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
        var rows = await (
            from line in which is { } outcome ? lines.Where(line => line.Outcome == outcome) : lines
            join question in db.BankQuestions on line.BankQuestionId equals question.Id
            orderby line.BankQuestionId
            select new { question.Id, question.QuestionId, question.Title, line.Outcome, line.Reasons }).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        var undoneBy = await db.BankJobs.Where(other => other.UndoOf == job.Id).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancel);
        return new ChangePage(
            job,
            which,
            counts,
            rows.ConvertAll(row => new ChangePage.Line(row.Id, row.QuestionId, row.Title, row.Outcome, row.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries))),
            pages,
            undoneBy,
            job.EndedAt is not null && undoneBy is null && await lines.AnyAsync(line => line.Before != null, cancel));
    }
}
