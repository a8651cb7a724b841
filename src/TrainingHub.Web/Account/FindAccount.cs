using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>Finds the account behind what a person types: staff number or phone.</summary>
public sealed class FindAccount(Db db)
{
    /// <summary>
    /// The account; null when nobody, or more than one person, has that staff number or phone. As in a roster, the letter case of a number does
    /// not matter unless two people differ in nothing else, and a phone may be written with blanks, hyphens or +86.
    /// </summary>
    public async Task<UserAccount?> RunAsync(string staffNumberOrPhone, CancellationToken cancel)
    {
        string[] numbers = [staffNumberOrPhone, staffNumberOrPhone.ToUpperInvariant(), staffNumberOrPhone.ToLowerInvariant()];
        var phone = PhoneNumber.Tidy(staffNumberOrPhone) ?? staffNumberOrPhone;
        var found = await (
            from person in db.People
            where (person.StaffNumber != null && numbers.Contains(person.StaffNumber)) || person.Phone == phone
            join account in db.Users on person.Id equals account.PersonId
            orderby person.StaffNumber == staffNumberOrPhone descending, person.Phone == phone
            select new { account, person.StaffNumber, HasPhone = person.Phone == phone }).Take(5).ToListAsync(cancel);
        if (found.Find(one => string.Equals(one.StaffNumber, staffNumberOrPhone, StringComparison.Ordinal)) is { } exact)
        {
            return exact.account;
        }

        var byNumber = found.FindAll(one => numbers.Contains(one.StaffNumber, StringComparer.Ordinal));
        var byPhone = found.FindAll(one => one.HasPhone);
        return byNumber.Count > 0 ? Only(byNumber.ConvertAll(one => one.account)) : Only(byPhone.ConvertAll(one => one.account));
    }

    private static UserAccount? Only(List<UserAccount> accounts) => accounts is [var only] ? only : null;
}
