using Microsoft.Extensions.Caching.Memory;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>Pictures of contests in memory: when a question is opened, a whole hall asks for the same one within a second, and it is read once.</summary>
public sealed class ContestPictures(IServiceScopeFactory scopes) : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(10);
    private readonly MemoryCache _pictures = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>Null when there is no such file. Whether it may be seen is for the caller to ask.</summary>
    public async ValueTask<byte[]?> FindAsync(string file, CancellationToken cancel)
    {
        if (_pictures.TryGetValue(file, out byte[]? known))
        {
            return known;
        }

        await _reading.WaitAsync(cancel);
        try
        {
            return _pictures.TryGetValue(file, out known) ? known : await ReadAsync(file, cancel);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The picture as it goes ahead, encrypted once for the whole hall; null when there is no such file.</summary>
    public async ValueTask<byte[]?> FindAsync(ContestParcel parcel, CancellationToken cancel)
    {
        var name = $"parcel {parcel.Id}";
        if (_pictures.TryGetValue(name, out byte[]? known))
        {
            return known;
        }

        if (await FindAsync(parcel.Picture.File, cancel) is not { } picture)
        {
            return null;
        }

        await _reading.WaitAsync(cancel);
        try
        {
            return _pictures.TryGetValue(name, out known) ? known : Keep(name, ContestParcels.Encrypt(parcel, picture));
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose()
    {
        _pictures.Dispose();
        _reading.Dispose();
    }

    private async Task<byte[]?> ReadAsync(string file, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<QuestionPictureQuery>().RunAsync(file, cancel) is { } bytes ? Keep(file, bytes) : null;
    }

    private byte[] Keep(string name, byte[] bytes) => _pictures.Set(name, bytes, new MemoryCacheEntryOptions { Size = bytes.Length, SlidingExpiration = Unused });
}
