using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Notices;

/// <summary>Names, proves and removes the address to which a person wants mail.</summary>
public sealed class ChangeMailbox(Db db, Transactions transactions, CurrentPerson current, Letters letters, DayClock clock)
{
    /// <summary>Sends a code there. False when one was sent less than a minute ago.</summary>
    public Task<bool> AskAsync(string address, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var personId = current.Id;
        var mailbox = await db.Mailboxes.SingleOrDefaultAsync(one => one.PersonId == personId, cancel);
        if (mailbox is not null && !mailbox.MayAsk(clock.Now))
        {
            return false;
        }

        if (mailbox is null)
        {
            mailbox = new Mailbox { PersonId = personId };
            db.Mailboxes.Add(mailbox);
        }

        var code = RandomNumberGenerator.GetString("0123456789", Mailbox.CodeDigits);
        mailbox.Ask(address, HashOf(personId, code), clock.Now);
        letters.AddCode(address, code);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    /// <summary>Whether it was the code.</summary>
    public Task<bool> ConfirmAsync(string code, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var personId = current.Id;
        var mailbox = await db.Mailboxes.SingleOrDefaultAsync(one => one.PersonId == personId, cancel);
        var isRight = mailbox?.Confirm(HashOf(personId, code), clock.Now) is true;
        await db.SaveChangesAsync(cancel);
        return isRight;
    }, cancel);

    public Task RemoveAsync(CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var personId = current.Id;
        await db.Mailboxes.Where(one => one.PersonId == personId).ExecuteDeleteAsync(cancel);
    }, cancel);

    // Of one person: the same digits for somebody else are another code.
    private static string HashOf(Guid personId, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{personId:N}{code}")));
}
