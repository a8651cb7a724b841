using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>Whether the installation has begun: without an organization nobody can sign in, and a page has to say so.</summary>
public sealed class Installation(IServiceScopeFactory scopes)
{
    // What has begun stays begun: the database is asked until then only.
    private volatile bool _hasBegun;

    public async ValueTask<bool> HasBegunAsync(CancellationToken cancel)
    {
        if (!_hasBegun)
        {
            await using var scope = scopes.CreateAsyncScope();
            _hasBegun = await scope.ServiceProvider.GetRequiredService<Db>().Organizations.AnyAsync(cancel);
        }

        return _hasBegun;
    }
}
