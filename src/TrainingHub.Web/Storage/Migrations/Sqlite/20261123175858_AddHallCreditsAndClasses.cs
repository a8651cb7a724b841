using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddHallCreditsAndClasses : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CreditDomain",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CreditMinutes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "FirstPrizes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PictureSecret",
                table: "Contests",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SecondPrizes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ThirdPrizes",
                table: "Contests",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ContestCredits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestCredits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContestDeviceEntries",
                columns: table => new
                {
                    ContestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Seat = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Amount = table.Column<int>(type: "INTEGER", nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContestDeviceEntries", x => new { x.ContestId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ContestCredits_ContestId_PersonId",
                table: "ContestCredits",
                columns: new[] { "ContestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContestCredits_PersonId",
                table: "ContestCredits",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ContestDeviceEntries_ContestId_Kind_Seat_Item",
                table: "ContestDeviceEntries",
                columns: new[] { "ContestId", "Kind", "Seat", "Item" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ContestCredits");

            migrationBuilder.DropTable(
                name: "ContestDeviceEntries");

            migrationBuilder.DropColumn(
                name: "CreditDomain",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "CreditMinutes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "FirstPrizes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "PictureSecret",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "SecondPrizes",
                table: "Contests");

            migrationBuilder.DropColumn(
                name: "ThirdPrizes",
                table: "Contests");
        }
    }
}
