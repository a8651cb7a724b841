using System.Security.Cryptography;

namespace TrainingHub.Storage;

/// <summary>
/// The key outside the database that encrypts every other key in it, so that a stolen backup of the database forges nothing.
/// Lies in <c>DIR/keys/master</c>, readable by the owner alone. Made only beside an empty database; a missing or wrong key stops the start.
/// </summary>
public sealed class MasterKey(StorageOptions options)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private byte[]? _key;

    public string File => Path.Combine(options.KeyFolder, "master");

    /// <summary>Reads the key; makes it when <paramref name="mayCreate"/>, that is, beside a database that holds nothing yet.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or damaged; the message says which and what to do.</exception>
    public void Load(bool mayCreate)
    {
        if (!System.IO.File.Exists(File))
        {
            if (!mayCreate)
            {
                throw new InvalidOperationException($"The master key {File} is missing, but the database is not new: it holds data or keys that belong to it. Put the file back from your backup and start again. A new key is never made beside existing data.");
            }

            Create();
        }

        var text = System.IO.File.ReadAllText(File).Trim();
        var key = new byte[32];
        if (!Convert.TryFromBase64String(text, key, out var length) || length != 32)
        {
            throw new InvalidOperationException($"The master key {File} is damaged: it must hold 32 bytes in Base64. Put the file back from your backup and start again.");
        }

        _key = key;
    }

    public byte[] Encrypt(byte[] plain)
    {
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(NonceLength + plain.Length));
        return sealedBytes;
    }

    /// <exception cref="InvalidOperationException">Encrypted with another key.</exception>
    public byte[] Decrypt(byte[] sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(Key, TagLength);
        try
        {
            aes.Decrypt(sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(NonceLength + plain.Length), plain);
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new InvalidOperationException($"The master key {File} is not the one this database was encrypted with. Put the right file back from your backup and start again.", exception);
        }

        return plain;
    }

    private byte[] Key => _key ?? throw new InvalidOperationException("The master key is read by the migration step, which has not run yet.");

    private void Create()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(options.KeyFolder);
        }
        else
        {
            Directory.CreateDirectory(options.KeyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var draft = File + ".new";
        var settings = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, settings))
        using (var writer = new StreamWriter(stream))
        {
            writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        // Never over another one: the turn of the migration step lets one process at a time come here.
        System.IO.File.Move(draft, File, overwrite: false);
    }
}
