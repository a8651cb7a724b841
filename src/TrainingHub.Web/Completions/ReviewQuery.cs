using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Completions;

/// <summary>
/// What is to be done about programmes of several parts after people learnt something. On PostgreSQL each person is held until the transaction ends:
/// of two parts that arrive in the same moment one would not see the other, and neither would complete.
/// </summary>
public sealed class ReviewQuery(Db db, LearningQuery learning)
{
    /// <param name="people">Whose facts changed; they are saved.</param>
    /// <param name="others">Programmes that are to be looked at although they ask for one quiz only, with those that ask for the same.</param>
    /// <param name="only">Only this programme, also by what was done before it was set; null: all that may be concerned.</param>
    /// <param name="touched">What was taken back or corrected now; null: whatever was lost counts.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task<IReadOnlyList<PersonReview>> RunAsync(IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> others, Guid? only, IReadOnlySet<Guid>? touched, CancellationToken cancel)
    {
        var known = db.ProgrammeRules.Known();
        // What stands for a programme of one quiz stands for every other that asks for exactly that.
        var quizzes = known.Where(rule => others.Contains(rule.ProgrammeId) && rule.QuizSlug != "" && !db.ProgrammeParts.Any(part => part.RuleId == rule.Id)).Select(rule => rule.QuizSlug);
        var asked = only is { } wanted
            ? known.Where(rule => rule.ProgrammeId == wanted)
            : known.Where(rule => others.Contains(rule.ProgrammeId) || quizzes.Contains(rule.QuizSlug) || known.Any(same => same.ProgrammeId == rule.ProgrammeId && db.ProgrammeParts.Any(part => part.RuleId == same.Id)));
        var terms = (await db.TermsOfAsync(asked.AsNoTracking(), cancel)).ToLookup(programme => programme.Rule.ProgrammeId);
        if (terms.Count == 0 || people.Count == 0)
        {
            return [];
        }

        await HoldAsync(people, cancel);
        var facts = await learning.OfAsync(people, cancel);
        var earlier = await EarlierAsync(people, [.. terms.Select(programme => programme.Key)], cancel);
        return
        [
            .. from person in people
               from programme in terms
               let review = ProgrammeReview.Of([.. programme], [.. facts[person]], [.. earlier[(person, programme.Key)]], touched, looksBack: only is not null)
               where review.Completes is not null || review.Lapsed.Count > 0
               select new PersonReview(person, programme.Key, review),
        ];
    }

    private async Task HoldAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            Guid[] ids = [.. people.Order()];
            await db.Database.SqlQuery<Guid>($"""SELECT "Id" AS "Value" FROM "People" WHERE "Id" = ANY ({ids}) ORDER BY "Id" FOR NO KEY UPDATE""").ToListAsync(cancel);
        }
    }

    private async Task<ILookup<(Guid Person, Guid Programme), EarlierCompletion>> EarlierAsync(IReadOnlyCollection<Guid> people, List<Guid> programmes, CancellationToken cancel)
    {
        var rows = await db.TrainingRecords.AsNoTracking()
            .Where(record => people.Contains(record.PersonId) && programmes.Contains(record.ProgrammeId))
            .Select(record => new
            {
                record.Id,
                record.PersonId,
                record.ProgrammeId,
                record.CompletionDay,
                Revoked = db.Revocations.Where(revocation => revocation.RecordId == record.Id).Select(revocation => (bool?)revocation.IsConsequence).FirstOrDefault(),
                IsRestored = db.TrainingRecords.Any(other => other.RestoresId == record.Id),
            })
            .ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var parts = (await db.RecordParts.AsNoTracking().Where(part => ids.Contains(part.RecordId)).Select(part => new { part.RecordId, part.SourceId, part.Minutes }).ToListAsync(cancel))
            .ToLookup(part => part.RecordId, part => (part.SourceId, part.Minutes));
        return rows.ToLookup(row => (row.PersonId, row.ProgrammeId), row => new EarlierCompletion(row.Id, row.CompletionDay, row.Revoked is not null, row.Revoked is true, [.. parts[row.Id]]) { IsRestored = row.IsRestored });
    }

    /// <param name="PersonId">Whose.</param>
    /// <param name="ProgrammeId">Which programme.</param>
    /// <param name="Review">What is to be done.</param>
    internal sealed record PersonReview(Guid PersonId, Guid ProgrammeId, ProgrammeReview Review);
}
