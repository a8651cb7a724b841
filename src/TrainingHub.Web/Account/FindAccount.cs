using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>Finds the account behind what a person types: staff number or phone.</summary>
public sealed class FindAccount(Db db)
{
    /// <summary>The account; null when nobody, or more than one person, has that staff number or phone.</summary>
    public async Task<UserAccount?> RunAsync(string staffNumberOrPhone, CancellationToken cancel)
    {
        var accounts = await (
            from person in db.People
            where person.StaffNumber == staffNumberOrPhone || person.Phone == staffNumberOrPhone
            join account in db.Users on person.Id equals account.PersonId
            orderby person.StaffNumber == staffNumberOrPhone descending
            select new { account, ByNumber = person.StaffNumber == staffNumberOrPhone }).Take(2).ToListAsync(cancel);
        return accounts is [var only] ? only.account : accounts is [{ ByNumber: true } first, { ByNumber: false }] ? first.account : null;
    }
}
