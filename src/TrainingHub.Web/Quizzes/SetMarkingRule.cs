using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Appends how the written answers of a quiz are marked from now on; attempts whose marking has begun go on as they were.</summary>
public sealed class SetMarkingRule(Db db, Transactions transactions, MarksQuery marks, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>False when there is no such quiz or it is not the current person's to decide.</summary>
    public async Task<bool> RunAsync(string slug, MarkingRuleInput input, CancellationToken cancel)
    {
        if (!await marks.MaySetRuleAsync(slug, cancel))
        {
            return false;
        }

        await transactions.RunAsync(async cancel =>
        {
            db.MarkingRules.Add(new MarkingRule { Id = ids.Next(), QuizSlug = slug, IsDouble = input.IsDouble, MostApart = input.MostApart, SetAt = clock.Now, SetBy = current.Id });
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return true;
    }
}
