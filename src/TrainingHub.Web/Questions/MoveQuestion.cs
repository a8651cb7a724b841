using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Takes a step of one question. What was changed after it was looked at is not published unseen.</summary>
public sealed class MoveQuestion(Db db, Transactions transactions, Banks banks, CurrentPerson current, DayClock clock)
{
    /// <param name="id">Of a question in whose bank the person writes.</param>
    /// <param name="step">Which.</param>
    /// <param name="remark">What is to be mended; empty when nothing.</param>
    /// <param name="revision">The state that the person saw.</param>
    /// <param name="cancel">Stops the work.</param>
    public Task<BankStepOutcome> RunAsync(Guid id, BankStep step, string remark, int revision, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var question = await db.BankQuestions.SingleAsync(question => question.Id == id, cancel);
        if (question.Revision != revision)
        {
            return new BankStepOutcome.Refused(BankStepRefusal.Moved);
        }

        var isAlone = step is BankStep.Publish && !await banks.HasOtherReviewerAsync(question.OwnerId, current.Id, cancel);
        var lacksPictureText = step is BankStep.Submit or BankStep.Publish && (await db.WithoutPictureTextAsync([question.Hash], cancel)).Count > 0;
        var outcome = question.Move(step, current.Id, remark, isAlone, clock.Now, lacksPictureText);
        await db.SaveChangesAsync(cancel);
        return outcome;
    }, cancel);
}
