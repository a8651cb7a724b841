using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>
/// Turns a printed code and the last four digits of the phone into a password: a new account, or a new password for the one there is,
/// which ends its lock-out and its other sessions.
/// </summary>
public sealed partial class ActivateAccount(
    Db db, Transactions transactions, UserManager<UserAccount> accounts, Notify notify, Ids ids, DayClock clock, ILogger<ActivateAccount> log)
{
    private const int MostTries = 10;
    private static readonly UserAccount Nobody = new() { PersonId = Guid.Empty, ActivatedAt = DateTime.UnixEpoch };

    public async Task<ActivationOutcome> RunAsync(string code, string digits, string password, CancellationToken cancel)
    {
        if (!await IsStrongAsync(password))
        {
            return new ActivationOutcome.WeakPassword();
        }

        // Before anybody has to wait for a lock: it takes as long as many answers together.
        var passwordHash = accounts.PasswordHasher.HashPassword(Nobody, password);
        var outcome = await transactions.RunAsync(cancel => ActivateAsync(CodeHash.Of(code), digits, passwordHash, cancel), cancel);
        if (outcome is ActivationOutcome.Done { Account.PersonId: var personId })
        {
            Activated(personId);
        }

        return outcome;
    }

    private async Task<ActivationOutcome> ActivateAsync(string hash, string digits, string passwordHash, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            // Guesses queue behind one another, so that ten are ten.
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"ActivationSlips\" WHERE \"CodeHash\" = {hash} FOR UPDATE", cancel);
        }

        var now = clock.Now;
        var slip = await db.ActivationSlips.SingleOrDefaultAsync(
            s => s.CodeHash == hash && s.UsedAt == null && s.CancelledAt == null && s.ExpiresAt >= now, cancel);
        var person = slip is null ? null : await db.People.SingleOrDefaultAsync(p => p.Id == slip.PersonId && p.AnonymizedAt == null, cancel);
        if (slip is null || person is null)
        {
            return new ActivationOutcome.NoSlip();
        }

        if (person.Phone is not { Length: >= 4 } phone)
        {
            return new ActivationOutcome.NoPhone();
        }

        if (!phone.EndsWith(digits, StringComparison.Ordinal) || digits.Length != 4)
        {
            slip.WrongTries++;
            slip.CancelledAt = slip.WrongTries >= MostTries ? now : null;
            await db.SaveChangesAsync(cancel);
            return new ActivationOutcome.WrongDigits(MostTries - slip.WrongTries);
        }

        slip.UsedAt = now;
        await db.SaveChangesAsync(cancel);
        var hadAccount = await db.Users.AnyAsync(account => account.PersonId == person.Id, cancel);
        var account = await SetPasswordAsync(person, passwordHash, now, cancel);
        await notify.RunAsync([new NoticeDraft(person.Id, hadAccount ? NoticeKind.PasswordSet : NoticeKind.Activated, $"activation:{slip.Id:N}", "/account")], cancel);
        return new ActivationOutcome.Done(account);
    }

    private async Task<UserAccount> SetPasswordAsync(Person person, string passwordHash, DateTime now, CancellationToken cancel)
    {
        var account = await db.Users.SingleOrDefaultAsync(u => u.PersonId == person.Id, cancel);
        if (account is null)
        {
            account = new UserAccount { Id = ids.Next(), PersonId = person.Id, ActivatedAt = now, UserName = person.Id.ToString("N"), LockoutEnabled = true, PasswordHash = passwordHash };
            Check(await accounts.CreateAsync(account));
            return account;
        }

        (account.LockoutEnd, account.AccessFailedCount, account.PasswordHash) = (null, 0, passwordHash);
        // Sessions with the old password end.
        Check(await accounts.UpdateSecurityStampAsync(account));
        return account;
    }

    private async Task<bool> IsStrongAsync(string password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, Nobody, password)).Succeeded)
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }

    [LoggerMessage(811, LogLevel.Information, "Person {PersonId} set a password with an activation slip.")]
    private partial void Activated(Guid personId);
}
