using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>What the signed-in person sees of themselves.</summary>
public sealed class OwnAccountQuery(Db db, CurrentPerson current)
{
    public async Task<AccountPage?> RunAsync(CancellationToken cancel)
    {
        var id = current.Id;
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null)
        {
            return null;
        }

        var posts = await (
            from post in db.Memberships.Known()
            where post.PersonId == id
            join organization in db.Organizations on post.OrganizationId equals organization.Id
            join position in db.Positions on post.PositionId equals position.Id
            orderby post.Until descending, post.From descending
            select new OwnPost(organization.Name, position.Name, position.NameEn, post.From, post.Until, post.IsPrimary, post.Employment)).ToListAsync(cancel);
        return new AccountPage(person.Name, person.StaffNumber, PhoneNumber.Mask(person.Phone), posts, new PasswordInput());
    }
}
