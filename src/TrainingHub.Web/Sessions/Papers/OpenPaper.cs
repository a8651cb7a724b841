using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>Opens papers of a session for its keeper. The keeper's own paper is for another keeper: here it is not found.</summary>
public sealed class OpenPaper(Db db, QuestionShelf questionShelf, CurrentPerson current)
{
    /// <summary>Null when the session has no such paper.</summary>
    public async Task<OpenedPaper?> RunAsync(TrainingSession session, int number, CancellationToken cancel) => await RunAsync(session, [number], cancel) is [var only] ? only : null;

    /// <summary>Those that there are of these numbers, in their order.</summary>
    public async Task<IReadOnlyList<OpenedPaper>> RunAsync(TrainingSession session, IReadOnlyCollection<int> numbers, CancellationToken cancel)
    {
        var personId = current.Id;
        var rows = await (
            from paper in db.SessionPapers.AsNoTracking()
            where paper.SessionId == session.Id && numbers.Contains(paper.Number)
            join participant in db.Participants.AsNoTracking() on paper.ParticipantId equals participant.Id
            where participant.PersonId != personId
            join p in db.People on participant.PersonId equals (Guid?)p.Id into ps
            from person in ps.DefaultIfEmpty()
            orderby paper.Number
            select new { Paper = paper, participant.PersonId, Name = person == null ? participant.GuestName : person.AnonymizedAt == null ? person.Name : null }).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Paper.Id);
        var items = (await db.AttemptItems.AsNoTracking().Where(item => ids.Contains(item.AttemptId)).ToListAsync(cancel)).ToLookup(item => item.AttemptId);
        var sheets = (await db.PaperSheets.AsNoTracking().Where(sheet => ids.Contains(sheet.PaperId)).ToListAsync(cancel)).ToLookup(sheet => sheet.PaperId);
        var prompts = await questionShelf.PromptsAsync([.. items.SelectMany(paper => paper).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        return rows.ConvertAll(row => new OpenedPaper(
            row.Paper, row.PersonId, row.Name,
            [.. items[row.Paper.Id].OrderBy(item => item.Number).Select(item => item.AsPaperItem())], prompts,
            [.. sheets[row.Paper.Id].OrderBy(sheet => sheet.Number)]));
    }
}
