namespace TrainingHub.Hosting;

internal static class FormFileExtensions
{
    extension(IFormFile file)
    {
        /// <summary>The whole file in memory; its length was limited before.</summary>
        public async Task<byte[]> BytesAsync(CancellationToken cancel)
        {
            using var memory = new MemoryStream((int)file.Length);
            await file.CopyToAsync(memory, cancel);
            return memory.ToArray();
        }
    }
}
